package io.moorage.gateway.token;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;

/** A client that sent an API token, not checked yet: what it is good for is known once it was redeemed. */
public final class ApiTokenCaller implements Caller {
    private final String key;
    private final String token;

    public ApiTokenCaller(String token) {
        this.key = "api-token:" + Digests.sha256Hex(token);
        this.token = token;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String keycloakSession() {
        return "";
    }

    String value() {
        return token;
    }

    /** There is none behind an API token. */
    @Override
    public Mono<String> accessToken() {
        return Mono.error(new ProblemException(Problem.LOGIN_REQUIRED));
    }

    @Override
    public Mono<String> renewedAccessToken() {
        return accessToken();
    }
}
