package io.moorage.gateway.token;

import reactor.core.publisher.Mono;

/** Whoever makes a request, however they proved who they are: a session's cookie or a bearer token. */
public interface Caller {
    /** Tells this caller from every other one; the key under which what was made for them is kept. */
    String key();

    /** The id of the log-in at Keycloak, which its end is announced with; empty where a token has none. */
    String keycloakSession();

    /** A token from Keycloak for this user that is still good for a while. */
    Mono<String> accessToken();

    /**
     * Another token, after Keycloak has refused the last one as no longer valid. Fails with {@code login-required} where
     * the log-in has ended.
     */
    Mono<String> renewedAccessToken();
}
