package io.moorage.gateway.login;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.session.Seal;
import io.moorage.gateway.token.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log-in under way, kept in the browser in an encrypted cookie, so any gateway can finish it. Each log-in has a cookie
 * of its own: two tabs don't overwrite each other's.
 */
@Component
class LoginCookie implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String NAME = "MOORAGE_LOGIN_";
    private static final int MOST = 5;
    private static final Duration LIFETIME = Duration.ofHours(1); // registering may need a walk to the mailbox

    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;
    private final GatewaySettings settings;
    private final Endpoints endpoints;

    LoginCookie(Seal seal, JsonMapper json, Clock clock, GatewaySettings settings, Endpoints endpoints) {
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.endpoints = endpoints;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            UnderWay login = new UnderWay(
                    Objects.requireNonNull(request.getState()),
                    Objects.requireNonNull(request.<String>getAttribute(OidcParameterNames.NONCE)),
                    Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                    Objects.requireNonNull(request.<String>getAttribute(LoginRequests.RETURN)),
                    request.getAttribute(LoginRequests.ACTION),
                    clock.instant().plus(LIFETIME).getEpochSecond());
            String name = name(login.state);
            byte[] sealed = seal.seal(json.writeValueAsString(login), name);
            dropOldest(exchange);
            exchange.getResponse()
                    .addCookie(
                            cookie(name, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFETIME));
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(read(exchange)).map(this::restored);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            UnderWay login = read(exchange);
            if (login == null) return Mono.empty();
            exchange.getResponse().addCookie(cookie(name(login.state), "", Duration.ZERO));
            exchange.getAttributes().put(LoginRequests.RETURN, login.back);
            if (login.action != null) exchange.getAttributes().put(LoginRequests.ACTION, login.action);
            return Mono.just(restored(login));
        });
    }

    private @Nullable UnderWay read(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        if (state == null || state.length() < 8) return null;
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(state));
        if (cookie == null) return null;
        UnderWay login = open(cookie);
        boolean fits = login != null
                && login.state.equals(state)
                && login.endsAt > clock.instant().getEpochSecond();
        return fits ? login : null;
    }

    private @Nullable UnderWay open(HttpCookie cookie) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(cookie.getValue()), cookie.getName())
                    .map(text -> json.readValue(text, UnderWay.class))
                    .orElse(null);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private OAuth2AuthorizationRequest restored(UnderWay login) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(endpoints.authorization())
                .clientId(GatewaySettings.CLIENT)
                .redirectUri(settings.publicBase() + "/login/oauth2/code/" + Provider.REGISTRATION)
                .scopes(Set.of("openid"))
                .state(login.state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, Provider.REGISTRATION,
                        OidcParameterNames.NONCE, login.nonce,
                        PkceParameterNames.CODE_VERIFIER, login.codeVerifier))
                .build();
    }

    /** Log-ins begun and never finished must not fill up the request's headers. */
    private void dropOldest(ServerWebExchange exchange) {
        List<String> others = exchange.getRequest().getCookies().keySet().stream()
                .filter(name -> name.startsWith(NAME))
                .toList();
        int tooMany = others.size() - (MOST - 1);
        others.stream()
                .limit(Math.max(0, tooMany))
                .forEach(name -> exchange.getResponse().addCookie(cookie(name, "", Duration.ZERO)));
    }

    private static String name(String state) {
        return NAME + state.substring(0, 8).replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private ResponseCookie cookie(String name, String value, Duration lifetime) {
        return ResponseCookie.from(name, value)
                .path("/login")
                .httpOnly(true)
                .secure(settings.https())
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
    }

    record UnderWay(
            String state,
            String nonce,
            String codeVerifier,
            String back,
            @Nullable LoginAction action,
            long endsAt) {}
}
