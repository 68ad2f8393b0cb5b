package io.moorage.gateway.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A logged-in browser, without its tokens.
 *
 * @param login the name that the user logs in with
 * @param keycloakSession the log-in's id at Keycloak, with which it announces the end of it
 */
public record Session(UUID id, String user, String login, String keycloakSession, Instant lastSeenAt) {}
