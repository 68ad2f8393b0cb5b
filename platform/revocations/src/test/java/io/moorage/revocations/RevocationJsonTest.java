package io.moorage.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.contracts.revocation.Revocation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationJsonTest {
    private static final Revocation REVOCATION =
            new Revocation(Revocation.SESSION, "s-1", Instant.parse("2026-11-20T10:00:00Z"));
    private static final String TEXT = "{\"kind\":\"session\",\"id\":\"s-1\",\"at\":\"2026-11-20T10:00:00Z\"}";

    @Test
    void it_is_written_as_agreed_and_read_back() {
        assertThat(RevocationJson.write(REVOCATION)).isEqualTo(TEXT);
        assertThat(RevocationJson.read(TEXT)).contains(REVOCATION);
        assertThat(REVOCATION.key()).isEqualTo("session:s-1");
    }

    @Test
    void kinds_and_fields_of_later_days_are_read_too() {
        assertThat(RevocationJson.read(
                        "{\"kind\":\"delegation\",\"id\":\"d\",\"version\":3,\"at\":\"2026-11-20T10:00:00Z\"}"))
                .hasValueSatisfying(read -> assertThat(read.key()).isEqualTo("delegation:d"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"kind\":\"session\",\"id\":\"s\"}",
                "{\"kind\":\"\",\"id\":\"s\",\"at\":\"2026-11-20T10:00:00Z\"}",
                "{\"kind\":\"session\",\"id\":\"s\",\"at\":\"yesterday\"}"
            })
    void anything_else_is_no_revocation(String text) {
        assertThat(RevocationJson.read(text)).isEmpty();
    }
}
