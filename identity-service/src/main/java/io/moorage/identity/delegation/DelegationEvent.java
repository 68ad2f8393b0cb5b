package io.moorage.identity.delegation;

import java.time.Instant;

/** Everything that can have happened to a delegation; stored, and private to this service. */
public sealed interface DelegationEvent {
    String delegationId();

    /** At first, or anew after it was revoked. */
    record DelegationGranted(
            String delegationId,
            String account,
            String userId,
            String grantedBy,
            Access access,
            int version,
            Instant at)
            implements DelegationEvent {}

    record DelegationChanged(
            String delegationId,
            String account,
            String userId,
            String changedBy,
            Access access,
            int version,
            Instant at)
            implements DelegationEvent {}

    /** @param reason {@code revoked}, {@code left} or {@code ended} */
    record DelegationRevoked(String delegationId, String account, String userId, String reason, int version, Instant at)
            implements DelegationEvent {}
}
