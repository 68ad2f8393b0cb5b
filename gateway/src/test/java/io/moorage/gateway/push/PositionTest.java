package io.moorage.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.push.Position.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @Test
    void a_position_survives_being_written_and_read() {
        Position position = new Position();
        position.set(new Partition(-7, 11), Long.MAX_VALUE);
        position.set(new Partition(-7, 0), 127);
        position.set(new Partition(42, 3), 128);
        Position read = Position.decode(position.encode()).orElseThrow();
        assertThat(read.of(new Partition(-7, 11))).isEqualTo(Long.MAX_VALUE);
        assertThat(read.of(new Partition(-7, 0))).isEqualTo(127);
        assertThat(read.of(new Partition(-7, 5))).isZero();
        assertThat(read.of(new Partition(42, 3))).isEqualTo(128);
        assertThat(read.encode()).isEqualTo(position.encode());
    }

    @Test
    void six_topics_of_twelve_partitions_fit_into_a_short_id() {
        Position position = new Position();
        for (int topic = 0; topic < 6; topic++) {
            for (int number = 0; number < 12; number++) position.set(new Partition(topic, number), 2_000_000);
        }
        assertThat(position.encode()).hasSizeLessThan(400).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "!", "AA", "AQ==x", "AQAAAAE", "AQAAAAH__________38", "not-a-position", "AQAAAAEBAAAAAAEBAA"
            })
    void texts_that_are_no_position_are_known_as_such(String text) {
        assertThat(Position.decode(text)).isEmpty();
    }

    @Test
    void a_text_without_end_is_not_even_looked_at() {
        assertThat(Position.decode("A".repeat(100_000))).isEmpty();
    }

    @Test
    void positions_only_move_forward_when_put_together() {
        Partition first = new Partition(1, 0);
        Partition second = new Partition(1, 1);
        Position one = new Position();
        one.set(first, 5);
        one.set(second, 1);
        Position other = new Position();
        other.set(first, 3);
        other.set(second, 9);
        one.advanceTo(other);
        assertThat(one.of(first)).isEqualTo(5);
        assertThat(one.of(second)).isEqualTo(9);
    }
}
