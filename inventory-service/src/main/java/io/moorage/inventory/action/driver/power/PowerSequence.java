package io.moorage.inventory.action.driver.power;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Step.Going;
import io.moorage.inventory.action.driver.Work;
import java.time.Duration;
import java.util.Locale;

/**
 * Switching a machine on and off with nothing but its power switch. A reboot is off, then on: a machine's own power
 * cycle, sent again after a crash, would be a second reboot, whereas each of these repeats without effect. An order is
 * repeated until the switch shows it. What can't be taken back is announced before it is done.
 */
public final class PowerSequence {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private enum Stage {
        SWITCH_OFF(5),
        SWITCH_ON(50);

        private final int progress;

        Stage(int progress) {
            this.progress = progress;
        }

        Step after(Duration pause) {
            return new Going(name().toLowerCase(Locale.ROOT), progress, false, pause);
        }
    }

    private PowerSequence() {}

    public static Step advance(Work work, String checkpoint, Power power) {
        if (checkpoint.equals(ServerDriver.START)) return start(work);
        return switch (Stage.valueOf(checkpoint.toUpperCase(Locale.ROOT))) {
            case SWITCH_OFF -> switchOff(work, power);
            case SWITCH_ON -> switchOn(power);
        };
    }

    private static Step switchOff(Work work, Power power) {
        if (power.isOn()) {
            power.off();
            return Stage.SWITCH_OFF.after(LOOK_AGAIN);
        }
        return work.type() == ActionType.REBOOT ? Stage.SWITCH_ON.after(Duration.ZERO) : Step.succeeded();
    }

    private static Step switchOn(Power power) {
        if (power.isOn()) return Step.succeeded();
        power.on();
        return Stage.SWITCH_ON.after(LOOK_AGAIN);
    }

    private static Step start(Work work) {
        if (work.cancelling()) return Step.cancelled();
        return switch (work.type()) {
            case POWER_ON -> Stage.SWITCH_ON.after(Duration.ZERO);
            case POWER_OFF, REBOOT -> Stage.SWITCH_OFF.after(Duration.ZERO);
            case REINSTALL, RESCUE_ON, RESCUE_OFF -> Step.failed(ActionFault.NOT_SUPPORTED_BY_MACHINE);
        };
    }
}
