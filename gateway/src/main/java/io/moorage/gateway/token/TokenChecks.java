package io.moorage.gateway.token;

import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.GatewaySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/** Checks of what Keycloak signed, offline: signature, issuer, times, and that a token is of the kind it is used as. */
@Component
public class TokenChecks {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final String BACK_CHANNEL_LOG_OUT = "http://schemas.openid.net/event/backchannel-logout";

    private final Keys keys;
    private final String issuer;
    private final Clock clock;
    private final ReactiveJwtDecoder accessTokens;

    TokenChecks(Keys keys, Endpoints endpoints, Clock clock, Ticker ticker) {
        this.keys = keys;
        this.issuer = endpoints.issuer();
        this.clock = clock;
        this.accessTokens = new VerifiedTokens(checkedAccessTokens(), clock, ticker);
    }

    /** A user's access token made for the gateway. An id token has the same audience, so the kind counts too. */
    public ReactiveJwtDecoder accessTokens() {
        return accessTokens;
    }

    private ReactiveJwtDecoder checkedAccessTokens() {
        return decoder(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer),
                times(),
                madeFor(GatewaySettings.CLIENT),
                new JwtClaimValidator<String>("typ", "Bearer"::equals),
                new JwtClaimValidator<Object>("exp", end -> end != null)));
    }

    /** What Keycloak posts when a log-in ends, the portal's or one with which only a command line or a mobile app was used. */
    public ReactiveJwtDecoder logoutTokens() {
        return decoder(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer),
                times(),
                madeFor(GatewaySettings.CLIENT, GatewaySettings.COMMAND_LINE, GatewaySettings.MOBILE),
                TokenChecks::announcesLogOut));
    }

    /** A decoder with rules of the caller's, on top of the signature. */
    public ReactiveJwtDecoder decoder(OAuth2TokenValidator<Jwt> rules) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(keys::of).build();
        decoder.setJwtValidator(rules);
        return decoder;
    }

    private static OAuth2TokenValidatorResult announcesLogOut(Jwt token) {
        Map<String, Object> events = token.getClaimAsMap("events");
        boolean does = events != null
                && events.containsKey(BACK_CHANNEL_LOG_OUT)
                && token.getIssuedAt() != null
                && !token.hasClaim("nonce"); // an id token with events in it
        OAuth2Error error = new OAuth2Error("invalid_token", "announces no log-out", null);
        return does ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(error);
    }

    private static JwtClaimValidator<List<String>> madeFor(String... audiences) {
        return new JwtClaimValidator<>(
                "aud", named -> named != null && Arrays.stream(audiences).anyMatch(named::contains));
    }

    private JwtTimestampValidator times() {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        return times;
    }
}
