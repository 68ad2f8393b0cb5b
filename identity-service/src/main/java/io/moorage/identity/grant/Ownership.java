package io.moorage.identity.grant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.grant.OwnershipCommand.GrantOwnership;
import io.moorage.identity.grant.OwnershipEvent.OwnershipGranted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Whose an account is: the right to everything on it, which nobody has to grant. */
@AggregateRoot(type = "ownership")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Ownership {
    @AggregateIdentifier
    private String account;

    Ownership() {}

    @CommandHandler
    Ownership(GrantOwnership grant) {
        apply(new OwnershipGranted(grant.account(), grant.userId(), grant.kind(), grant.at()));
    }

    @EventSourcingHandler
    void evolve(OwnershipGranted event) {
        account = event.account();
    }
}
