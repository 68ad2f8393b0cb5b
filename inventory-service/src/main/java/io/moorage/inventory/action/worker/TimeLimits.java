package io.moorage.inventory.action.worker;

import io.moorage.inventory.action.driver.ActionType;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long each kind of action may take from its start. */
@Component
class TimeLimits {
    private final Duration power;
    private final Duration reboot;
    private final Duration rescue;
    private final Duration reinstall;

    TimeLimits(
            @Value("${moorage.actions.time-limit.power}") Duration power,
            @Value("${moorage.actions.time-limit.reboot}") Duration reboot,
            @Value("${moorage.actions.time-limit.rescue}") Duration rescue,
            @Value("${moorage.actions.time-limit.reinstall}") Duration reinstall) {
        this.power = power;
        this.reboot = reboot;
        this.rescue = rescue;
        this.reinstall = reinstall;
    }

    Duration of(ActionType type) {
        return switch (type) {
            case POWER_ON, POWER_OFF -> power;
            case REBOOT -> reboot;
            case RESCUE_ON, RESCUE_OFF -> rescue;
            case REINSTALL -> reinstall;
        };
    }
}
