package io.moorage.contracts.billing;

import io.moorage.contracts.Money;
import io.moorage.contracts.PublicEvent;

/** Money arrived that doesn't fit its top-up (late, second, other amount or currency): recorded, and left to a person. */
public record TopUpNeedsReview(String topUpId, String account, String providerReference, Money received, String reason)
        implements PublicEvent {}
