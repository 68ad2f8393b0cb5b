package io.moorage.account.activity;

import io.moorage.account.activity.ActivityCommand.CheckpointActivity;
import io.moorage.account.activity.ActivityEvent.ActivityCheckpointed;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class WitnessedLogTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<WitnessedLog> log = new AggregateTestFixture<>(WitnessedLog.class);

    @Test
    void the_first_entries_are_told_at_once() {
        log.givenNoPriorActivity().when(checkpoint(3, AT)).expectEvents(checkpointed(3, AT));
    }

    @Test
    void further_ones_are_told_when_a_minute_has_passed() {
        Instant later = AT.plus(Duration.ofMinutes(1));
        log.given(checkpointed(3, AT)).when(checkpoint(4, later)).expectEvents(checkpointed(4, later));
    }

    @Test
    void within_a_minute_they_have_to_wait() {
        log.given(checkpointed(3, AT))
                .when(checkpoint(4, AT.plusSeconds(59)))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void what_was_told_is_not_told_again() {
        log.given(checkpointed(3, AT))
                .when(checkpoint(3, AT.plus(Duration.ofDays(1))))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    private static CheckpointActivity checkpoint(long entries, Instant at) {
        return new CheckpointActivity("xx11111-mo", entries, "hash-of-" + entries, at);
    }

    private static ActivityCheckpointed checkpointed(long entries, Instant at) {
        return new ActivityCheckpointed("activity-xx11111-mo", "xx11111-mo", entries, "hash-of-" + entries, at);
    }
}
