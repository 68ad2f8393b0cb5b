package io.moorage.identity.invitation;

import io.moorage.identity.delegation.Access;
import java.time.Instant;

/** Everything that can have happened to an invitation; stored, private to this service, and without the address. */
public sealed interface InvitationEvent {
    String invitationId();

    String account();

    /** At first, or again: links sent before are dead. */
    record InvitationSent(
            String invitationId, String account, String invitedBy, Access access, Instant expiresAt, Instant at)
            implements InvitationEvent {}

    record InvitationAccepted(String invitationId, String account, String userId, Instant at)
            implements InvitationEvent {}

    record InvitationWithdrawn(String invitationId, String account, Instant at) implements InvitationEvent {}

    record InvitationExpired(String invitationId, String account, Instant at) implements InvitationEvent {}
}
