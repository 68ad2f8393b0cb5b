package io.moorage.inventory.action.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.moorage.inventory.action.driver.Step.Ended;
import io.moorage.inventory.action.driver.Step.Going;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every driver does, whatever it drives; run by each of them, against a machine that is on. */
public interface ServerDriverContract {
    Duration LONG_ENOUGH = Duration.ofSeconds(20);

    ServerDriver driver();

    /** Where the machine is, in the driver's form. */
    String address();

    boolean isOn();

    /** What was done to the machine, as the machine itself tells it. */
    List<String> effects();

    /** How the machine tells of one reboot. */
    List<String> oneReboot();

    /** Whether the machine can do more than be switched. */
    boolean installs();

    void machineIsAway(boolean away);

    @Test
    default void a_reboot_is_felt_once_and_leaves_the_machine_on() {
        assertThat(done(work(ActionType.REBOOT), 1)).isEqualTo(Step.succeeded());
        assertThat(isOn()).isTrue();
        awaitOneReboot();
    }

    @Test
    default void a_reboot_of_which_every_step_is_repeated_as_after_a_crash_is_felt_once() {
        assertThat(done(work(ActionType.REBOOT), 3)).isEqualTo(Step.succeeded());
        assertThat(isOn()).isTrue();
        awaitOneReboot();
    }

    @Test
    default void it_is_switched_off_and_on() {
        assertThat(done(work(ActionType.POWER_OFF), 1)).isEqualTo(Step.succeeded());
        assertThat(isOn()).isFalse();
        assertThat(done(work(ActionType.POWER_ON), 1)).isEqualTo(Step.succeeded());
        assertThat(isOn()).isTrue();
    }

    @Test
    default void to_be_switched_on_while_on_is_no_failure() {
        assertThat(done(work(ActionType.POWER_ON), 1)).isEqualTo(Step.succeeded());
        assertThat(isOn()).isTrue();
    }

    @Test
    default void what_was_cancelled_before_anything_was_done_is_not_done() {
        Work reboot = work(ActionType.REBOOT);
        Step step = driver().advance(cancelling(reboot), ServerDriver.START);
        assertThat(step).isEqualTo(Step.cancelled());
        assertThat(effects()).isEmpty();
    }

    @Test
    default void what_can_still_be_cancelled_has_not_been_done_yet() {
        Work reboot = work(ActionType.REBOOT);
        Step first = driver().advance(reboot, ServerDriver.START);
        if (first instanceof Going going && going.cancellable()) {
            assertThat(effects()).isEmpty();
            assertThat(driver().advance(cancelling(reboot), going.checkpoint())).isEqualTo(Step.cancelled());
        }
        assertThat(effects()).as("announced, and not done yet").isEmpty();
    }

    @Test
    default void past_the_safe_point_a_cancellation_changes_nothing() {
        Work reboot = work(ActionType.REBOOT);
        String checkpoint = ServerDriver.START;
        while (effects().isEmpty()) {
            if (!(driver().advance(reboot, checkpoint) instanceof Going going)) break;
            checkpoint = going.checkpoint();
        }
        assertThat(ended(cancelling(reboot), checkpoint, 1)).isEqualTo(Step.succeeded());
        awaitOneReboot();
    }

    @Test
    default void an_ability_that_the_machine_lacks_is_told_as_such() {
        Step end = done(work(ActionType.REINSTALL), 1);
        assertThat(end).isEqualTo(installs() ? Step.succeeded() : Step.failed(ActionFault.NOT_SUPPORTED_BY_MACHINE));
        if (!installs()) assertThat(effects()).isEmpty();
    }

    @Test
    default void a_machine_that_does_not_answer_is_trouble_and_no_end() {
        machineIsAway(true);
        assertThatExceptionOfType(DriverTrouble.class)
                .isThrownBy(() -> done(work(ActionType.REBOOT), 1))
                .extracting(DriverTrouble::fault)
                .isEqualTo(ActionFault.MACHINE_UNREACHABLE);
        machineIsAway(false);
    }

    /** Some machines tell of it moments later. */
    private void awaitOneReboot() {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(effects()).isEqualTo(oneReboot()));
    }

    default Work work(ActionType type) {
        String image = type == ActionType.REINSTALL ? "debian-13" : null;
        return new Work(UUID.randomUUID().toString(), type, image, "10427", address(), false);
    }

    private static Work cancelling(Work work) {
        return new Work(work.actionId(), work.type(), work.image(), work.server(), work.address(), true);
    }

    private Step done(Work work, int times) {
        return ended(work, ServerDriver.START, times);
    }

    /** As the worker goes: from each checkpoint to the next, here so many times from each, with the last answer counting. */
    private Step ended(Work work, String from, int times) {
        List<String> checkpoints = new ArrayList<>(List.of(from));
        return await().atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> step(work, checkpoints, times), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Step> step(Work work, List<String> checkpoints, int times) {
        @Nullable Step step = null;
        for (int i = 0; i < times; i++) step = driver().advance(work, checkpoints.getLast());
        if (step instanceof Going going) checkpoints.add(going.checkpoint());
        return step instanceof Ended ? Optional.of(step) : Optional.empty();
    }
}
