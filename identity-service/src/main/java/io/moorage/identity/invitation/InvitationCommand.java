package io.moorage.identity.invitation;

import io.moorage.identity.delegation.Access;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an invitation. */
public sealed interface InvitationCommand {

    /** @param held what the inviter holds on the account at this moment */
    record SendInvitation(
            @TargetAggregateIdentifier String invitationId,
            String account,
            String invitedBy,
            Access access,
            Access held,
            Instant expiresAt,
            Instant at)
            implements InvitationCommand {}

    /** Whoever sends it again becomes the inviter. */
    record ResendInvitation(
            @TargetAggregateIdentifier String invitationId,
            String invitedBy,
            Access held,
            Instant expiresAt,
            Instant at)
            implements InvitationCommand {}

    record WithdrawInvitation(@TargetAggregateIdentifier String invitationId, Instant at)
            implements InvitationCommand {}

    /**
     * @param isInvitee whether the user logs in with the address that was invited
     * @param held what the inviter holds on the account at this moment
     */
    record AcceptInvitation(
            @TargetAggregateIdentifier String invitationId, String userId, boolean isInvitee, Access held, Instant at)
            implements InvitationCommand {}

    /** Sent when its time seems to be over; it may have been sent again meanwhile. */
    record ExpireInvitation(@TargetAggregateIdentifier String invitationId, Instant at) implements InvitationCommand {}
}
