package io.moorage.contracts.billing;

import io.moorage.contracts.PublicEvent;

/** The provider reported that a top-up will not be paid. */
public record TopUpFailed(String topUpId, String account, String reason) implements PublicEvent {}
