package io.moorage.bench.service;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A balance that every credit changes: all of them meet on it. */
@AggregateRoot(type = "wallet")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Wallet {
    @AggregateIdentifier
    private String account;

    private long balance;

    Wallet() {}

    /** @param amount in cents */
    public record Credit(@TargetAggregateIdentifier String account, long amount) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Credit credit) {
        apply(new WalletEvent.Credited(credit.account(), credit.amount(), balance + credit.amount()));
    }

    @EventSourcingHandler
    void evolve(WalletEvent.Credited event) {
        account = event.account();
        balance = event.balance();
    }
}
