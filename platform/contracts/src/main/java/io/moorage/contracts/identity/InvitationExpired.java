package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** Nobody accepted an invitation in time. It can be sent again. */
public record InvitationExpired(String invitationId, String account) implements PublicEvent {}
