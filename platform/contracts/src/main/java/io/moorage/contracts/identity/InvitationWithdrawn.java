package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** An invitation was withdrawn before it was accepted, or had expired and was not sent again in a month. */
public record InvitationWithdrawn(String invitationId, String account) implements PublicEvent {}
