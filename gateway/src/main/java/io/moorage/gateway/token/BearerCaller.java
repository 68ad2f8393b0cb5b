package io.moorage.gateway.token;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** A client that sent a Keycloak access token, already checked. */
public final class BearerCaller implements Caller {
    private final String key;
    private final String keycloakSession;
    private final String token;
    private final Instant endsAt;

    /** @param endsAt when the token ends: nothing may be done in its name later */
    public BearerCaller(Jwt jwt, Instant endsAt) {
        // The whole token, not its id: only who holds the token itself may use what was exchanged for it.
        this.key = "bearer:" + Digests.sha256Hex(jwt.getTokenValue());
        String sid = jwt.getClaimAsString("sid");
        this.keycloakSession = sid == null ? "" : sid;
        this.token = jwt.getTokenValue();
        this.endsAt = endsAt;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String keycloakSession() {
        return keycloakSession;
    }

    public Instant endsAt() {
        return endsAt;
    }

    @Override
    public Mono<String> accessToken() {
        return Mono.just(token);
    }

    @Override
    public Mono<String> renewedAccessToken() {
        return Mono.error(new ProblemException(Problem.LOGIN_REQUIRED));
    }
}
