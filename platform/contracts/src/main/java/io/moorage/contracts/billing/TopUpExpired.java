package io.moorage.contracts.billing;

import io.moorage.contracts.PublicEvent;

/** Nobody paid a top-up in time. A payment that still arrives becomes a case for review. */
public record TopUpExpired(String topUpId, String account) implements PublicEvent {}
