package io.moorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void an_identifier_tells_its_version_and_the_moment_it_was_made() {
        long before = System.currentTimeMillis();
        UUID id = Uuid7.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void no_two_are_the_same() {
        assertThat(Stream.generate(Uuid7::next).limit(100_000).distinct()).hasSize(100_000);
    }
}
