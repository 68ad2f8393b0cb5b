package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user may no longer act for an account: {@code reason} is {@code revoked}, {@code left} (by the user) or {@code ended} (its time was over). */
public record DelegationRevoked(String delegationId, String account, String userId, String reason, int version)
        implements PublicEvent {}
