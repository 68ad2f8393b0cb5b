package io.moorage.gateway.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A logged-in browser, without its tokens.
 *
 * @param keycloakSession the log-in's id at Keycloak, with which it announces the end of it
 */
public record Session(UUID id, String user, String keycloakSession, Instant lastSeenAt) {}
