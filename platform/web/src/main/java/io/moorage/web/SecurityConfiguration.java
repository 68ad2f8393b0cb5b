package io.moorage.web;

import io.moorage.contracts.revocation.Revocations;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import tools.jackson.databind.json.JsonMapper;

/** Lets in account-scoped tokens that the gateway had made, verified offline, and other parts by the shared secret. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String AUDIENCE = "moorage-services";
    private static final String GATEWAY = "moorage-gateway";
    private static final String METRICS = "/actuator/prometheus";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Problems problems,
            JsonMapper json,
            @Value("${moorage.internal-secret}") String internalSecret) {
        LoginRequired refusal = new LoginRequired(problems, json);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookies here: the gateway guards against forged requests
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .bearerTokenResolver(request -> isForUsers(request) ? bearer(request) : null)
                        .authenticationEntryPoint(refusal))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/v3/api-docs/**", "/api/v1/webhooks/**", "/error")
                        .permitAll()
                        .requestMatchers("/internal/**", METRICS)
                        .access(holdsSecret(internalSecret))
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static boolean isForUsers(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/internal/")
                && !request.getRequestURI().equals(METRICS)
                && !request.getRequestURI().startsWith("/api/v1/webhooks/");
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : null;
    }

    private static AuthorizationManager<RequestAuthorizationContext> holdsSecret(String secret) {
        byte[] expected = secret.getBytes(StandardCharsets.UTF_8);
        return (Supplier<? extends Authentication> who, RequestAuthorizationContext context) -> {
            String shown = bearer(context.getRequest());
            return new AuthorizationDecision(
                    shown != null && MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** Requests are timed as a whole; timing every filter of each would cost more than the filters do. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Keys are fetched when the first token comes, so a service starts while Keycloak is away. */
    @Bean
    JwtDecoder jwtDecoder(@Value("${moorage.issuer}") String issuer, Revocations revocations) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/protocol/openid-connect/certs")
                .build();
        OAuth2TokenValidator<Jwt> forUs =
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(AUDIENCE));
        OAuth2TokenValidator<Jwt> fromGateway = new JwtClaimValidator<String>("azp", GATEWAY::equals);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), forUs, fromGateway));
        return new UnrevokedTokens(new VerifiedTokens(decoder), revocations);
    }

    @Bean
    RevocationsHealth revocationsHealthIndicator(Revocations revocations) {
        return new RevocationsHealth(revocations, Clock.systemUTC());
    }
}
