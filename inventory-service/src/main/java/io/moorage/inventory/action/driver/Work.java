package io.moorage.inventory.action.driver;

import org.jspecify.annotations.Nullable;

/**
 * What a driver is to do.
 *
 * @param actionId the same however often it is taken up again; what a machine knows the work by
 * @param image what to install, for a reinstallation
 * @param server its number
 * @param address where the driver finds the machine, in the driver's own form; empty if the number is enough
 * @param cancelling whether it is wished that nothing more be done
 */
public record Work(
        String actionId, ActionType type, @Nullable String image, String server, String address, boolean cancelling) {}
