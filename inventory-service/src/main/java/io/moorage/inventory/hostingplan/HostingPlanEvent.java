package io.moorage.inventory.hostingplan;

import io.moorage.inventory.server.Contacts;
import io.moorage.inventory.server.SuspensionReason;
import java.time.Instant;

/** Everything that can have happened to a hosting plan; stored, and private to this service. */
public sealed interface HostingPlanEvent {
    String id();

    String account();

    record HostingPlanOpened(String id, String account, Contacts contacts, String name, String domain, Instant at)
            implements HostingPlanEvent {}

    record HostingPlanSuspended(String id, String account, SuspensionReason reason, Instant at)
            implements HostingPlanEvent {}

    /** A reason is gone; with the last one the plan is active again. */
    record HostingPlanReleased(String id, String account, SuspensionReason reason, boolean active, Instant at)
            implements HostingPlanEvent {}
}
