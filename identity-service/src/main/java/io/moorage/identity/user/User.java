package io.moorage.identity.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.user.UserCommand.RegisterUser;
import io.moorage.identity.user.UserEvent.UserRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Somebody who logs in, under the id that Keycloak gave them. */
@AggregateRoot(type = "user")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class User {
    @AggregateIdentifier
    private String userId;

    User() {}

    @CommandHandler
    User(RegisterUser registration) {
        apply(new UserRegistered(registration.userId(), registration.at()));
    }

    @EventSourcingHandler
    void evolve(UserRegistered event) {
        userId = event.userId();
    }
}
