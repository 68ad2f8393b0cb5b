package io.moorage.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.contracts.revocation.Revocation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownRevocationsTest {
    private long now = -7; // nanoseconds count from anywhere
    private final KnownRevocations known = new KnownRevocations(() -> now);

    @Test
    void nothing_is_fresh_before_the_stream_was_read() {
        assertThat(known.isFresh()).isFalse();
        assertThat(known.wasRead()).isFalse();
        assertThat(known.age()).isNaN();
    }

    @Test
    void what_is_read_counts_as_fresh_once_it_has_settled_and_for_two_seconds_after_a_round_trip() {
        for (int quarter = 0; quarter < 20; quarter++) {
            known.knowsAllUntil(now);
            assertThat(known.wasRead()).isTrue();
            assertThat(known.isFresh()).isFalse();
            pass(Duration.ofMillis(250));
        }
        known.knowsAllUntil(now);
        assertThat(known.isFresh()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(known.isFresh()).isTrue();
        assertThat(known.age()).isEqualTo(2.0);
        pass(Duration.ofNanos(1));
        assertThat(known.isFresh()).isFalse();
    }

    @Test
    void after_a_gap_it_settles_again() {
        settle();
        assertThat(known.isFresh()).isTrue();
        pass(Duration.ofSeconds(3));
        known.knowsAllUntil(now);
        assertThat(known.isFresh()).isFalse();
        settle();
        assertThat(known.isFresh()).isTrue();
    }

    @Test
    void a_revocation_is_held_for_ten_minutes_from_when_it_was_said() {
        known.add(session("old"), Duration.ofMinutes(9));
        known.add(session("new"), Duration.ZERO);
        known.add(new Revocation("delegation", "new", Instant.EPOCH), Duration.ZERO);
        assertThat(known.held()).isEqualTo(3);

        pass(Duration.ofSeconds(61));
        known.knowsAllUntil(now);

        assertThat(known.has("session", "old")).isFalse();
        assertThat(known.has("session", "new")).isTrue();
        assertThat(known.has("delegation", "new")).isTrue();
        assertThat(known.has("delegation", "other")).isFalse();
        pass(Duration.ofMinutes(9));
        known.knowsAllUntil(now);
        assertThat(known.held()).isZero();
    }

    private static Revocation session(String id) {
        return new Revocation(Revocation.SESSION, id, Instant.EPOCH);
    }

    private void settle() {
        for (int second = 0; second < 6; second++) {
            known.knowsAllUntil(now);
            pass(Duration.ofSeconds(1));
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
