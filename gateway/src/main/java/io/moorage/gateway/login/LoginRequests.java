package io.moorage.gateway.login;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Language;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
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

/**
 * {@code GET /login} begins a log-in, in the visitor's language. With {@code register=true} it is a registration, with
 * {@code fresh=true} one logs in again although one is logged in, with {@code action=totp} one does something on
 * Keycloak's pages ({@link LoginAction}).
 */
@Component
class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {
    static final String PATH = "/login";
    static final String RETURN = "return";
    static final String ACTION = "action";

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
        String name = request.getQueryParams().getFirst(ACTION);
        LoginAction action = name == null ? null : LoginAction.named(name);
        if (name != null && action == null) return Mono.error(new ProblemException(Problem.MALFORMED_REQUEST));
        return standard.resolve(exchange, registration)
                .map(made -> OAuth2AuthorizationRequest.from(made)
                        .attributes(attributes -> {
                            attributes.put(RETURN, back);
                            if (action != null) attributes.put(ACTION, action);
                        })
                        .additionalParameters(parameters -> {
                            parameters.put("ui_locales", Language.of(request).tag());
                            if (asks(request, "fresh")) parameters.put("prompt", "login");
                            if (asks(request, "register")) parameters.put("prompt", "create");
                            if (action != null) parameters.put("kc_action", action.alias());
                        })
                        .build());
    }

    private static boolean asks(ServerHttpRequest request, String parameter) {
        return "true".equals(request.getQueryParams().getFirst(parameter));
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
