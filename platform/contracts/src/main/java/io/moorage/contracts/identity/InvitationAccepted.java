package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user accepted an invitation and may act for the account from now on; what they may do is told by {@code DelegationChanged}. */
public record InvitationAccepted(String invitationId, String account, String userId) implements PublicEvent {}
