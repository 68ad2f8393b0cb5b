package io.moorage.account.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.account.account.AccountCommand.ChangeProfile;
import io.moorage.account.account.AccountCommand.OpenAccount;
import io.moorage.account.account.AccountCommand.RecordOwnersEmailChange;
import io.moorage.account.account.AccountEvent.AccountOpened;
import io.moorage.account.account.AccountEvent.OwnersEmailChanged;
import io.moorage.account.account.AccountEvent.ProfileChanged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A customer of the provider, under its handle. */
@AggregateRoot(type = "account")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Account {
    /** What accounts are kept in as long as nobody can choose. */
    public static final String CURRENCY = "EUR";

    @AggregateIdentifier
    private String account;

    private String owner;

    Account() {}

    @CommandHandler
    Account(OpenAccount open) {
        apply(new AccountOpened(open.account(), open.owner(), open.kind(), CURRENCY, open.at()));
    }

    @CommandHandler
    void decide(ChangeProfile change) {
        if (!change.fields().isEmpty()) apply(new ProfileChanged(account, change.fields(), change.at()));
    }

    @CommandHandler
    void decide(RecordOwnersEmailChange change) {
        apply(new OwnersEmailChanged(account, owner, change.at()));
    }

    @EventSourcingHandler
    void evolve(AccountOpened event) {
        account = event.account();
        owner = event.owner();
    }
}
