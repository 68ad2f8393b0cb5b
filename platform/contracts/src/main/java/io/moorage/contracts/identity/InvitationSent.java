package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;
import java.time.Instant;
import java.util.List;

/** Somebody was invited to act for an account, or the invitation was sent again: the last one counts. {@code services} is {@code ["all"]}, or the ids of the services that the access is limited to; the address isn't told here. */
public record InvitationSent(
        String invitationId, String account, List<String> permissions, List<String> services, Instant expiresAt)
        implements PublicEvent {}
