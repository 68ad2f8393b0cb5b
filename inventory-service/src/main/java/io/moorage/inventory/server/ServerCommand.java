package io.moorage.inventory.server;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a server, or told it. */
public sealed interface ServerCommand {

    /** Gives a machine to an account; the one that orders takes all contact roles. */
    record AllocateServer(
            @TargetAggregateIdentifier String number,
            Contacts contacts,
            String name,
            String kind,
            String location,
            String datacenter,
            List<String> ips,
            Specification specification,
            String image,
            Driver driver,
            Instant at)
            implements ServerCommand {}

    /** A fact: the machine is ready. */
    record RecordProvisioned(@TargetAggregateIdentifier String number, Instant at) implements ServerCommand {}

    record SuspendServer(@TargetAggregateIdentifier String number, SuspensionReason reason, Instant at)
            implements ServerCommand {}

    /** Takes one reason for its suspension away. */
    record ActivateServer(@TargetAggregateIdentifier String number, SuspensionReason reason, Instant at)
            implements ServerCommand {}

    record CancelServer(@TargetAggregateIdentifier String number, Instant at) implements ServerCommand {}

    /** A fact: its payment is late, or no longer. */
    record RecordOverdue(@TargetAggregateIdentifier String number, boolean overdue, Instant at)
            implements ServerCommand {}

    /** @param account for which they are changed */
    record ChangeTags(@TargetAggregateIdentifier String number, String account, Instant at) implements ServerCommand {}

    /** @param account for which it is changed */
    record ChangeReverseDns(@TargetAggregateIdentifier String number, String account, String ip, Instant at)
            implements ServerCommand {}

    /** A fact, as the machine reports it. */
    record RecordPower(@TargetAggregateIdentifier String number, boolean on, Instant at) implements ServerCommand {}

    /** A fact, as the machine reports it. */
    record RecordRescue(@TargetAggregateIdentifier String number, boolean on, Instant at) implements ServerCommand {}

    /** A fact: that image was installed. */
    record RecordImage(@TargetAggregateIdentifier String number, String image, Instant at) implements ServerCommand {}
}
