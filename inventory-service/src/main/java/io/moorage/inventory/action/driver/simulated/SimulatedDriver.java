package io.moorage.inventory.action.driver.simulated;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Step.Going;
import io.moorage.inventory.action.driver.Work;
import io.moorage.inventory.action.driver.simulated.MachineClient.Machine;
import io.moorage.inventory.action.driver.simulated.MachineClient.Operation;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The simulated machines, which take orders over HTTP. An order carries the action's id, so that the machine itself knows
 * a repeated one; it also decides whether a cancellation comes in time. What it reports as done is compared with the
 * state it says it is in.
 */
@Component
class SimulatedDriver implements ServerDriver {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDriver.class);
    private static final String ORDERED = "ordered";
    private static final String CANCELLATION_REFUSED = "cancellation-refused";
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final MachineClient machines;

    SimulatedDriver(MachineClient machines) {
        this.machines = machines;
    }

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public Step advance(Work work, String checkpoint) {
        return switch (checkpoint) {
            case START -> work.cancelling() ? cancel(work) : order(work);
            case ORDERED -> work.cancelling() ? cancel(work) : look(work, ORDERED);
            case CANCELLATION_REFUSED -> look(work, CANCELLATION_REFUSED);
            default -> throw new IllegalStateException(checkpoint);
        };
    }

    private Step order(Work work) {
        Optional<Operation> ordered = machines.order(number(work), work.actionId(), work.type(), work.image());
        if (ordered.isEmpty()) return Step.failed(ActionFault.NOT_SUPPORTED_BY_MACHINE);
        return step(work, ordered.get(), ORDERED, FIRST_LOOK);
    }

    /** That the machine has forgotten an order is no reason to repeat it: it may have carried it out. */
    private Step look(Work work, String checkpoint) {
        Operation operation = machines.operation(number(work), work.actionId())
                .orElseThrow(() -> new DriverTrouble(
                        ActionFault.MACHINE_CONTRADICTS_ITSELF, "The machine has forgotten what it was told"));
        return step(work, operation, checkpoint, LOOK_AGAIN);
    }

    /** An order that never reached the machine is as good as cancelled. */
    private Step cancel(Work work) {
        boolean cancelled = machines.cancel(number(work), work.actionId()).orElse(true);
        return cancelled ? Step.cancelled() : look(work, CANCELLATION_REFUSED);
    }

    private Step step(Work work, Operation operation, String checkpoint, Duration pause) {
        return switch (operation.state()) {
            case "running" -> new Going(checkpoint, operation.progress(), checkpoint.equals(ORDERED), pause);
            case "succeeded" -> believed(work);
            case "cancelled" -> Step.cancelled();
            case "failed" -> {
                LOG.info(
                        "Machine {} failed at {}: {}", number(work), work.type().code(), operation.error());
                yield Step.failed(ActionFault.MACHINE_FAILED);
            }
            default ->
                throw new DriverTrouble(
                        ActionFault.MACHINE_CONTRADICTS_ITSELF, "No state of a machine: " + operation.state());
        };
    }

    private Step believed(Work work) {
        Machine machine = machines.machine(number(work));
        boolean isSo = switch (work.type()) {
            case POWER_ON, REBOOT -> machine.isOn();
            case POWER_OFF -> !machine.isOn();
            case REINSTALL -> machine.isOn() && machine.hasImage(work.image());
            case RESCUE_ON -> machine.rescue();
            case RESCUE_OFF -> !machine.rescue();
        };
        if (!isSo) throw new DriverTrouble(ActionFault.MACHINE_CONTRADICTS_ITSELF, "Said to be done, and isn't");
        return Step.succeeded();
    }

    private static String number(Work work) {
        return work.address().isEmpty() ? work.server() : work.address();
    }
}
