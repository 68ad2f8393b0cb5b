package io.moorage.web;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.contracts.revocation.Revocations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Refuses tokens of log-ins that have ended, of delegations that were changed or taken back since, of API tokens that were
 * revoked, and of consents that were withdrawn. While this replica can't know of the latest ends, it takes only tokens made
 * less than a minute ago: Keycloak makes none for what is over.
 */
final class UnrevokedTokens implements JwtDecoder {
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final Revocations revocations;

    UnrevokedTokens(JwtDecoder decoder, Revocations revocations) {
        this.decoder = decoder;
        this.revocations = revocations;
    }

    @Override
    public Jwt decode(String token) {
        Jwt verified = decoder.decode(token);
        String session = verified.getClaimAsString("sid");
        if (session != null && revocations.has(Revocation.SESSION, session)) throw new TokenRefused("session-ended");
        if (isOfOldDelegation(verified)) throw new TokenRefused("access-changed");
        String apiToken = verified.getClaimAsString("api_token_id");
        if (apiToken != null && revocations.has(Revocation.API_TOKEN, apiToken))
            throw new TokenRefused("api-token-revoked");
        String consent = verified.getClaimAsString("consent_id");
        if (consent != null && revocations.has(Revocation.CONSENT, consent))
            throw new TokenRefused("consent-withdrawn");
        if (!revocations.isFresh() && !isYoung(verified.getIssuedAt())) throw new TokenRefused("token-too-old");
        return verified;
    }

    private boolean isOfOldDelegation(Jwt token) {
        String delegation = token.getClaimAsString("delegation_id");
        if (delegation == null) return false;
        // A version that can't be read is none that was ever given out.
        if (!(token.getClaim("delegation_version") instanceof Number version)) return true;
        return revocations.has(Revocation.DELEGATION, Revocation.delegationVersion(delegation, version.longValue()));
    }

    private static boolean isYoung(@Nullable Instant issuedAt) {
        return issuedAt != null && issuedAt.plus(YOUNG).isAfter(Instant.now());
    }
}
