package io.moorage.inventory.hostingplan;

import io.moorage.eventstore.OncePerKey;
import io.moorage.inventory.server.SuspensionReason;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a hosting plan. */
public sealed interface HostingPlanCommand {

    /** Opens it for an account, once. */
    record OpenHostingPlan(@TargetAggregateIdentifier String id, String account, String name, String domain, Instant at)
            implements HostingPlanCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "open hosting plan " + id;
        }
    }

    record SuspendHostingPlan(@TargetAggregateIdentifier String id, SuspensionReason reason, Instant at)
            implements HostingPlanCommand {}

    /** Takes one reason for its suspension away. */
    record ActivateHostingPlan(@TargetAggregateIdentifier String id, SuspensionReason reason, Instant at)
            implements HostingPlanCommand {}
}
