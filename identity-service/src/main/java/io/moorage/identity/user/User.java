package io.moorage.identity.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.user.UserCommand.RecordSecurityChange;
import io.moorage.identity.user.UserCommand.RecordSessionEnd;
import io.moorage.identity.user.UserCommand.RegisterUser;
import io.moorage.identity.user.UserCommand.WithdrawConsent;
import io.moorage.identity.user.UserEvent.ConsentWithdrawn;
import io.moorage.identity.user.UserEvent.EmailChanged;
import io.moorage.identity.user.UserEvent.PasswordChanged;
import io.moorage.identity.user.UserEvent.SecondFactorChanged;
import io.moorage.identity.user.UserEvent.SessionEnded;
import io.moorage.identity.user.UserEvent.UserRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Somebody who logs in, under the id that Keycloak gave them. What Keycloak reports of them is a fact, and may come before
 * they are registered here: they set up their telephone on the way to their first token.
 */
@AggregateRoot(type = "user")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class User {
    @AggregateIdentifier
    private String userId;

    private boolean registered;

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterUser registration) {
        if (!registered) apply(new UserRegistered(registration.userId(), registration.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordSecurityChange record) {
        apply(
                switch (record.factor()) {
                    case "password" -> new PasswordChanged(record.userId(), record.at());
                    case "email" -> new EmailChanged(record.userId(), record.at());
                    default -> new SecondFactorChanged(record.userId(), record.factor(), record.change(), record.at());
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordSessionEnd record) {
        apply(new SessionEnded(record.userId(), record.sessionId(), record.reason(), record.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WithdrawConsent withdrawal) {
        apply(new ConsentWithdrawn(withdrawal.userId(), withdrawal.consentId(), withdrawal.at()));
    }

    @EventSourcingHandler
    void evolve(UserRegistered event) {
        userId = event.userId();
        registered = true;
    }

    @EventSourcingHandler
    void evolve(SecondFactorChanged event) {
        userId = event.userId();
    }

    @EventSourcingHandler
    void evolve(PasswordChanged event) {
        userId = event.userId();
    }

    @EventSourcingHandler
    void evolve(EmailChanged event) {
        userId = event.userId();
    }

    @EventSourcingHandler
    void evolve(SessionEnded event) {
        userId = event.userId();
    }

    @EventSourcingHandler
    void evolve(ConsentWithdrawn event) {
        userId = event.userId();
    }
}
