package io.moorage.gateway.login;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Language;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /login} begins a log-in, in the visitor's language, and with {@code register=true} a registration. */
@Component
class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {
    static final String PATH = "/login";
    static final String RETURN = "return";

    private final DefaultServerOAuth2AuthorizationRequestResolver standard;

    private final boolean secure;

    LoginRequests(ReactiveClientRegistrationRepository registrations, GatewaySettings settings) {
        this.secure = settings.https();
        this.standard = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean asked = request.getMethod() == HttpMethod.GET
                && request.getPath().value().equals(PATH);
        return asked ? resolve(exchange, Provider.REGISTRATION) : Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        ServerHttpRequest request = exchange.getRequest();
        String back = ReturnPath.of(request.getQueryParams().getFirst(RETURN));
        rememberLanguage(exchange);
        boolean register = "true".equals(request.getQueryParams().getFirst("register"));
        return standard.resolve(exchange, registration)
                .map(made -> OAuth2AuthorizationRequest.from(made)
                        .attributes(attributes -> attributes.put(RETURN, back))
                        .additionalParameters(parameters -> {
                            parameters.put("ui_locales", Language.of(request).tag());
                            if (register) parameters.put("prompt", "create");
                        })
                        .build());
    }

    private void rememberLanguage(ServerWebExchange exchange) {
        if (!exchange.getRequest().getQueryParams().containsKey("lang")) return;
        Language chosen = Language.of(exchange.getRequest());
        exchange.getResponse()
                .addCookie(ResponseCookie.from(Language.COOKIE, chosen.tag())
                        .path("/")
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build());
    }
}
