package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** An invitation was withdrawn before it was accepted. */
public record InvitationWithdrawn(String invitationId, String account) implements PublicEvent {}
