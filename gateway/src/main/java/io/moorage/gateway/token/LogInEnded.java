package io.moorage.gateway.token;

/** Keycloak says that the log-in behind a token is over. */
public final class LogInEnded extends RuntimeException {
    LogInEnded() {
        super("log-in ended", null, false, false);
    }
}
