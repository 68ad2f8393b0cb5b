package io.moorage.inventory.action;

import io.moorage.inventory.action.ServerActionCommand.BeginAction;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RecordProgress;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.ServerActionCommand.RequestCancellation;
import io.moorage.inventory.action.ServerActionCommand.TimeOutAction;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAdvanced;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAnsweredLate;
import io.moorage.inventory.action.ServerActionEvent.ServerActionCancellationRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionStarted;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerActionTest {
    private static final String ID = "0193-action";
    private static final String ACCOUNT = "xx11111-mo";
    private static final String SERVER = "10427";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<ServerAction> action = new AggregateTestFixture<>(ServerAction.class);

    @Test
    void it_is_requested_begun_advanced_and_finished() {
        action.givenNoPriorActivity()
                .when(new RequestAction(ID, ACCOUNT, SERVER, ActionType.REBOOT, null, "u-1", AT))
                .expectEvents(requested());
        action.given(requested()).when(new BeginAction(ID, AT)).expectEvents(started());
        action.given(requested(), started()).when(progress(1, true)).expectEvents(advanced(1, true));
        action.given(requested(), started(), advanced(1, true))
                .when(outcome(Outcome.SUCCEEDED))
                .expectEvents(finished(Outcome.SUCCEEDED));
    }

    @Test
    void it_begins_once() {
        action.given(requested(), started()).when(new BeginAction(ID, AT)).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELLED"})
    void a_machine_ends_it_with_any_answer(Outcome answer) {
        action.given(requested(), started()).when(outcome(answer)).expectEvents(finished(answer));
    }

    @Test
    void an_answer_shows_that_it_has_begun() {
        action.given(requested()).when(outcome(Outcome.SUCCEEDED)).expectEvents(started(), finished(Outcome.SUCCEEDED));
    }

    @Test
    void the_same_answer_again_changes_nothing() {
        action.given(requested(), started(), finished(Outcome.SUCCEEDED))
                .when(outcome(Outcome.SUCCEEDED))
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void a_contradicting_answer_after_the_end_is_kept_once_and_changes_nothing(Outcome end) {
        Outcome answer = end == Outcome.SUCCEEDED ? Outcome.FAILED : Outcome.SUCCEEDED;
        ServerActionAnsweredLate late =
                new ServerActionAnsweredLate(ID, ACCOUNT, SERVER, ActionType.REBOOT, null, end, answer, AT);
        action.given(requested(), started(), finished(end))
                .when(outcome(answer))
                .expectEvents(late);
        action.given(requested(), started(), finished(end), late)
                .when(outcome(answer))
                .expectNoEvents();
    }

    @Test
    void of_two_that_go_on_from_the_same_step_one_gets_on() {
        action.given(requested(), started(), advanced(1, true))
                .when(progress(1, true))
                .expectNoEvents();
        action.given(requested(), started(), advanced(1, true))
                .when(progress(3, true))
                .expectNoEvents();
        action.given(requested(), started(), advanced(1, true))
                .when(progress(2, true))
                .expectEvents(advanced(2, true));
    }

    @Test
    void progress_after_the_end_is_no_news() {
        action.given(requested(), started(), finished(Outcome.TIMED_OUT))
                .when(progress(1, true))
                .expectNoEvents();
    }

    @Test
    void before_it_begins_it_is_cancelled_at_once() {
        action.given(requested()).when(new RequestCancellation(ID, AT)).expectEvents(finished(Outcome.CANCELLED));
    }

    @Test
    void while_that_is_safe_the_driver_is_asked_to_cancel_once() {
        action.given(requested(), started(), advanced(1, true))
                .when(new RequestCancellation(ID, AT))
                .expectEvents(cancelling());
        action.given(requested(), started(), advanced(1, true), cancelling())
                .when(new RequestCancellation(ID, AT))
                .expectNoEvents();
    }

    @Test
    void past_the_safe_point_it_is_too_late_to_cancel() {
        action.given(requested(), started(), advanced(1, false))
                .when(new RequestCancellation(ID, AT))
                .expectNoEvents()
                .expectExceptionMessage("cancel-too-late");
    }

    @ParameterizedTest
    @EnumSource
    void after_the_end_it_is_too_late_to_cancel(Outcome end) {
        action.given(requested(), started(), finished(end))
                .when(new RequestCancellation(ID, AT))
                .expectNoEvents()
                .expectExceptionMessage("cancel-too-late");
    }

    @Test
    void a_cancellation_that_came_first_keeps_the_driver_from_the_point_of_no_return() {
        action.given(requested(), started(), cancelling())
                .when(progress(1, false))
                .expectNoEvents();
    }

    @Test
    void a_driver_that_knew_of_the_cancellation_and_could_not_heed_it_goes_on() {
        action.given(requested(), started(), cancelling())
                .when(new RecordProgress(ID, 1, "step-1", 10, false, true, AT))
                .expectEvents(advanced(1, false));
    }

    @Test
    void time_runs_out_only_while_it_runs() {
        TimeOutAction timeOut = new TimeOutAction(ID, ActionFault.MACHINE_FAILED, AT);
        action.given(requested()).when(timeOut).expectNoEvents();
        action.given(requested(), started()).when(timeOut).expectEvents(finished(Outcome.TIMED_OUT));
        action.given(requested(), started(), finished(Outcome.SUCCEEDED))
                .when(timeOut)
                .expectNoEvents();
    }

    private static ServerActionRequested requested() {
        return new ServerActionRequested(ID, ACCOUNT, SERVER, ActionType.REBOOT, null, "u-1", AT);
    }

    private static ServerActionStarted started() {
        return new ServerActionStarted(ID, ACCOUNT, SERVER, ActionType.REBOOT, AT);
    }

    private static RecordProgress progress(int step, boolean cancellable) {
        return new RecordProgress(ID, step, "step-" + step, 10, cancellable, false, AT);
    }

    private static ServerActionAdvanced advanced(int step, boolean cancellable) {
        return new ServerActionAdvanced(
                ID, ACCOUNT, SERVER, ActionType.REBOOT, step, "step-" + step, 10, cancellable, AT);
    }

    private static ServerActionCancellationRequested cancelling() {
        return new ServerActionCancellationRequested(ID, ACCOUNT, SERVER, AT);
    }

    private static RecordOutcome outcome(Outcome outcome) {
        return new RecordOutcome(ID, outcome, fault(outcome), AT);
    }

    private static ServerActionFinished finished(Outcome outcome) {
        return new ServerActionFinished(ID, ACCOUNT, SERVER, ActionType.REBOOT, null, outcome, fault(outcome), AT);
    }

    private static @Nullable ActionFault fault(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT ? ActionFault.MACHINE_FAILED : null;
    }
}
