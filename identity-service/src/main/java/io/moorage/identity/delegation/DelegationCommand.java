package io.moorage.identity.delegation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a delegation. */
public sealed interface DelegationCommand {

    /** @param grantedBy who invited the user */
    record GrantDelegation(
            @TargetAggregateIdentifier String delegationId,
            String account,
            String userId,
            String grantedBy,
            Access access,
            Instant at)
            implements DelegationCommand {}

    /** @param held what whoever changes it holds on the account at this moment */
    record ChangeDelegation(
            @TargetAggregateIdentifier String delegationId, String changedBy, Access access, Access held, Instant at)
            implements DelegationCommand {}

    record RevokeDelegation(@TargetAggregateIdentifier String delegationId, Instant at) implements DelegationCommand {}

    /** @param userId who wants to leave */
    record LeaveDelegation(@TargetAggregateIdentifier String delegationId, String userId, Instant at)
            implements DelegationCommand {}

    /** Sent when its time seems to be over; it may have been given more meanwhile. */
    record EndDelegation(@TargetAggregateIdentifier String delegationId, Instant at) implements DelegationCommand {}
}
