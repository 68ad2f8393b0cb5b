package io.moorage.billing.topup;

import io.moorage.contracts.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a top-up, or told it. */
public sealed interface TopUpCommand {

    record RequestTopUp(
            @TargetAggregateIdentifier String topUpId, String account, Money amount, String method, Instant at)
            implements TopUpCommand {}

    record RecordCheckout(@TargetAggregateIdentifier String topUpId, String url) implements TopUpCommand {}

    /** @param reference the provider's own name for the payment; the same reference is the same payment */
    record RecordPayment(@TargetAggregateIdentifier String topUpId, String reference, Money amount, Instant at)
            implements TopUpCommand {}

    record RecordFailure(@TargetAggregateIdentifier String topUpId, String reason, Instant at)
            implements TopUpCommand {}

    record ExpireTopUp(@TargetAggregateIdentifier String topUpId, Instant at) implements TopUpCommand {}
}
