package io.moorage.inventory.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.inventory.action.ServerActionEvent.ServerActionAdvanced;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAnsweredLate;
import io.moorage.inventory.action.ServerActionEvent.ServerActionCancellationRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionStarted;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerActionStateTest {
    private static final Instant AT = Instant.EPOCH;
    private static final List<ServerActionEvent> EVENTS = List.of(
            new ServerActionStarted("a", "x", "1", ActionType.REBOOT, AT),
            finished(Outcome.SUCCEEDED),
            finished(Outcome.FAILED),
            finished(Outcome.CANCELLED),
            finished(Outcome.TIMED_OUT));

    private static ServerActionEvent finished(Outcome outcome) {
        return new ServerActionFinished("a", "x", "1", ActionType.REBOOT, null, outcome, null, AT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    # state,   started,   succeeded, failed,    cancelled, timed out
                    REQUESTED, RUNNING,   REQUESTED, REQUESTED, CANCELLED, REQUESTED
                    RUNNING,   RUNNING,   SUCCEEDED, FAILED,    CANCELLED, TIMED_OUT
                    SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED
                    FAILED,    FAILED,    FAILED,    FAILED,    FAILED,    FAILED
                    CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED
                    TIMED_OUT, TIMED_OUT, TIMED_OUT, TIMED_OUT, TIMED_OUT, TIMED_OUT
                    """)
    void each_event_leads_where_the_table_says(
            ServerActionState from,
            ServerActionState started,
            ServerActionState succeeded,
            ServerActionState failed,
            ServerActionState cancelled,
            ServerActionState timedOut) {
        assertThat(EVENTS).extracting(from::after).containsExactly(started, succeeded, failed, cancelled, timedOut);
    }

    @ParameterizedTest
    @EnumSource
    void what_happens_on_the_way_or_after_the_end_changes_no_state(ServerActionState state) {
        List<ServerActionEvent> others = List.of(
                new ServerActionAdvanced("a", "x", "1", ActionType.REBOOT, 1, "c", 5, true, AT),
                new ServerActionCancellationRequested("a", "x", "1", AT),
                new ServerActionAnsweredLate(
                        "a", "x", "1", ActionType.REBOOT, null, Outcome.TIMED_OUT, Outcome.SUCCEEDED, AT));
        assertThat(others).extracting(state::after).containsOnly(state);
    }

    @Test
    void only_what_ended_without_success_can_be_retried() {
        assertThat(ServerActionState.values())
                .filteredOn(ServerActionState::isRetryable)
                .containsExactly(ServerActionState.FAILED, ServerActionState.CANCELLED, ServerActionState.TIMED_OUT);
    }
}
