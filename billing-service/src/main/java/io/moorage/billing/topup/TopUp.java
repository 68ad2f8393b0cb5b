package io.moorage.billing.topup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.billing.topup.TopUpCommand.ExpireTopUp;
import io.moorage.billing.topup.TopUpCommand.RecordCheckout;
import io.moorage.billing.topup.TopUpCommand.RecordFailure;
import io.moorage.billing.topup.TopUpCommand.RecordPayment;
import io.moorage.billing.topup.TopUpCommand.RequestTopUp;
import io.moorage.billing.topup.TopUpEvent.TopUpCheckoutOpened;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.billing.topup.TopUpEvent.TopUpExpired;
import io.moorage.billing.topup.TopUpEvent.TopUpFailed;
import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import io.moorage.billing.topup.TopUpEvent.TopUpPaymentReceived;
import io.moorage.billing.topup.TopUpEvent.TopUpRequested;
import io.moorage.contracts.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** One wish to add money to the prepaid balance, from the request to the money or its absence. */
@AggregateRoot(type = "top-up")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class TopUp {
    /** In the account's currency (product book §5, from the seed on recharging the account). */
    public static final BigDecimal MINIMUM = new BigDecimal("20");

    /** More than this goes through a person; keeps a slipped comma from becoming a payment. */
    public static final BigDecimal MAXIMUM = new BigDecimal("10000");

    @AggregateIdentifier
    private String topUpId;

    private String account;
    private Money amount;
    private String method;
    private TopUpState state;
    private final Set<String> payments = new HashSet<>();

    TopUp() {}

    @CommandHandler
    TopUp(RequestTopUp request) {
        if (request.amount().amount().compareTo(MINIMUM) < 0)
            throw TopUpRefused.belowMinimum(request.amount().currency());
        if (request.amount().amount().compareTo(MAXIMUM) > 0)
            throw TopUpRefused.aboveMaximum(request.amount().currency());
        apply(new TopUpRequested(
                request.topUpId(), request.account(), request.amount(), request.method(), request.at()));
    }

    @CommandHandler
    void decide(RecordCheckout checkout) {
        if (state != TopUpState.REQUESTED) return; // already told, or paid before we were
        apply(new TopUpCheckoutOpened(topUpId, account, checkout.url()));
    }

    /** The provider says that money has arrived. A fact: never refused, counted once per provider reference. */
    @CommandHandler
    void decide(RecordPayment payment) {
        if (payments.contains(payment.reference())) return; // providers repeat their webhooks
        boolean fits = state.isOpen() && payment.amount().equals(amount);
        String reason = reasonForReview(payment.amount());
        apply(new TopUpPaymentReceived(topUpId, account, payment.reference(), payment.amount(), payment.at()));
        if (fits) apply(new TopUpCompleted(topUpId, account, amount, method, payment.reference(), payment.at()));
        else
            apply(new TopUpNeedsReview(
                    topUpId, account, method, payment.reference(), payment.amount(), reason, payment.at()));
    }

    private String reasonForReview(Money received) {
        if (!received.currency().equals(amount.currency())) return "currency";
        if (!payments.isEmpty()) return "second";
        return state.isOpen() ? "amount" : "late";
    }

    @CommandHandler
    void decide(RecordFailure failure) {
        if (state.isOpen()) apply(new TopUpFailed(topUpId, account, failure.reason(), failure.at()));
    }

    @CommandHandler
    void decide(ExpireTopUp expiry) {
        if (state.isOpen()) apply(new TopUpExpired(topUpId, account, expiry.at()));
    }

    @EventSourcingHandler
    void evolve(TopUpRequested event) {
        topUpId = event.topUpId();
        account = event.account();
        amount = event.amount();
        method = event.method();
        state = TopUpState.REQUESTED;
    }

    @EventSourcingHandler
    void evolve(TopUpPaymentReceived event) {
        payments.add(event.reference());
    }

    @EventSourcingHandler
    void evolve(TopUpEvent event) {
        state = state.after(event);
    }
}
