package io.moorage.contracts.billing;

import io.moorage.contracts.PublicEvent;

/** The payment page of a top-up can be visited; its address is told by the API, to those who may pay. */
public record TopUpCheckoutOpened(String topUpId, String account) implements PublicEvent {}
