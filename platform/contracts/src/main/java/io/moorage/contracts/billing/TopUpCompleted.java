package io.moorage.contracts.billing;

import io.moorage.contracts.Money;
import io.moorage.contracts.PublicEvent;

/** The money of a top-up has arrived and is credited. {@code providerReference} is the provider's name for the payment. */
public record TopUpCompleted(String topUpId, String account, Money amount, String method, String providerReference)
        implements PublicEvent {}
