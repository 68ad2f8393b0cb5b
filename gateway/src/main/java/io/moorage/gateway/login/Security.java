package io.moorage.gateway.login;

import io.moorage.contracts.ApiTokenText;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemAnswer;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.session.Confirmation;
import io.moorage.gateway.session.SessionContext;
import io.moorage.gateway.token.ApiTokenCaller;
import io.moorage.gateway.token.BearerCaller;
import io.moorage.gateway.token.CallerAuthentication;
import io.moorage.gateway.token.TokenChecks;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/**
 * The chain of Spring Security's filters. It finds out who calls; whether a caller is needed is decided where the request
 * goes, and there the answer is yes unless a route says otherwise.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Security {
    @Bean
    SecurityWebFilterChain filters(
            ServerHttpSecurity http,
            SessionContext session,
            Confirmation confirmation,
            LoginRequests requests,
            LoginCookie underWay,
            HandedOver tokens,
            LoginOutcome outcome,
            TokenChecks checks) {
        ServerAuthenticationEntryPoint refusal =
                (exchange, failure) -> Mono.error(new ProblemException(Problem.LOGIN_REQUIRED));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // our own filter: bound to the session
                .headers(ServerHttpSecurity.HeaderSpec::disable) // likewise, for forwarded answers too
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(session)
                .addFilterAt(confirmation, SecurityWebFiltersOrder.CSRF)
                .oauth2Login(login -> login.authorizationRequestResolver(requests)
                        .authorizationRequestRepository(underWay)
                        .authorizedClientRepository(tokens)
                        .securityContextRepository(session)
                        .authenticationSuccessHandler(outcome)
                        .authenticationFailureHandler(outcome))
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(refusal)
                        .bearerTokenConverter(bearerTokens())
                        .jwt(jwt -> jwt.authenticationManager(callers(checks))))
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
                .build();
    }

    /** Timing every filter of each request would cost more than the filters do. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Addresses that no honest client sends: encoded slashes, dots, control characters, unknown methods. */
    @Bean
    ServerExchangeRejectedHandler rejected(ProblemAnswer answer) {
        return (exchange, rejection) -> answer.write(exchange, new ProblemException(Problem.MALFORMED_REQUEST));
    }

    /** What outside parties show with a webhook is for the service that it goes to. */
    private static ServerAuthenticationConverter bearerTokens() {
        var converter = new ServerBearerTokenAuthenticationConverter();
        return exchange -> exchange.getRequest().getPath().value().startsWith("/api/v1/webhooks/")
                ? Mono.empty()
                : converter.convert(exchange);
    }

    private static ReactiveAuthenticationManager callers(TokenChecks checks) {
        var tokens = new JwtReactiveAuthenticationManager(checks.accessTokens());
        tokens.setJwtAuthenticationConverter(Security::caller);
        return shown -> shown instanceof BearerTokenAuthenticationToken bearer
                        && bearer.getToken().startsWith(ApiTokenText.PREFIX)
                ? caller(bearer.getToken())
                : tokens.authenticate(shown);
    }

    /** An API token that can't be one is refused here, the others where they are redeemed. */
    private static Mono<Authentication> caller(String apiToken) {
        return ApiTokenText.isWellFormed(apiToken)
                ? Mono.just(new CallerAuthentication(new ApiTokenCaller(apiToken)))
                : Mono.error(new InvalidBearerTokenException("no API token"));
    }

    private static Mono<CallerAuthentication> caller(Jwt jwt) {
        return Mono.just(new CallerAuthentication(new BearerCaller(jwt, Objects.requireNonNull(jwt.getExpiresAt()))));
    }
}
