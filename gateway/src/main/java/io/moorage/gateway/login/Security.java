package io.moorage.gateway.login;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemAnswer;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.session.Confirmation;
import io.moorage.gateway.session.SessionContext;
import io.moorage.gateway.token.BearerCaller;
import io.moorage.gateway.token.CallerAuthentication;
import io.moorage.gateway.token.TokenChecks;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
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
                        .jwt(jwt -> jwt.jwtDecoder(checks.accessTokens()).jwtAuthenticationConverter(Security::caller)))
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
                .build();
    }

    /** Addresses that no honest client sends: encoded slashes, dots, control characters, unknown methods. */
    @Bean
    ServerExchangeRejectedHandler rejected(ProblemAnswer answer) {
        return (exchange, rejection) -> answer.write(exchange, new ProblemException(Problem.MALFORMED_REQUEST));
    }

    private static Mono<CallerAuthentication> caller(Jwt jwt) {
        return Mono.just(new CallerAuthentication(new BearerCaller(jwt, Objects.requireNonNull(jwt.getExpiresAt()))));
    }
}
