package io.moorage.gateway.token;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's token endpoint: renewing a user's tokens, and exchanging one for an account-scoped token. */
@Component
public class Keycloak {
    private static final Logger log = LoggerFactory.getLogger(Keycloak.class);

    /** Whoever logs out waits for it. */
    private static final Duration LOG_OUT = Duration.ofSeconds(3);

    private static final int BAD_REQUEST = 400;

    private final WebClient http;
    private final JsonMapper json;
    private final Clock clock;
    private final String endpoint;
    private final String logOut;
    private final String secret;

    Keycloak(WebClient keycloakWebClient, JsonMapper json, Clock clock, Endpoints endpoints, GatewaySettings settings) {
        this.http = keycloakWebClient;
        this.json = json;
        this.clock = clock;
        this.endpoint = endpoints.token();
        this.logOut = endpoints.endSession();
        this.secret = settings.gatewayClientSecret();
    }

    /** Fails with {@link LogInEnded} where the log-in is over, and with {@code log-in-unavailable} where unknown. */
    public Mono<UserTokens> renew(String refreshToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "refresh_token");
        form.add("refresh_token", refreshToken);
        Instant asked = clock.instant();
        return post(form)
                .map(answer -> new UserTokens(
                        answer.path("access_token").stringValue(),
                        asked.plusSeconds(answer.path("expires_in").asLong(0)),
                        answer.path("refresh_token").stringValue(refreshToken),
                        answer.path("id_token").stringValue(null)));
    }

    /**
     * Fails with {@code account-not-granted}, or as {@link #renew} does.
     *
     * @param account handle of the acting account, or null for the user's own
     */
    public Mono<AccountToken> exchange(String accessToken, @Nullable String account) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.add("subject_token", accessToken);
        form.add("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.add("requested_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.add("audience", "moorage-services");
        if (account != null) form.add("account", account);
        return post(form)
                .map(answer -> AccountToken.read(answer.path("access_token").stringValue()));
    }

    /**
     * As {@link #exchange}, for an API token; fails with {@link LogInEnded} where it is none that is good.
     *
     * @param account handle of the acting account, or null for the token's
     */
    public Mono<AccountToken> redeem(String apiToken, @Nullable String account) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "urn:moorage:params:oauth:grant-type:api-token");
        form.add("api_token", apiToken);
        if (account != null) form.add("account", account);
        return post(form)
                .map(answer -> AccountToken.read(answer.path("access_token").stringValue()));
    }

    /**
     * Ends the log-in behind a refresh token: all its tokens are dead then, and whoever has a part in it is told. Fails
     * where Keycloak doesn't answer.
     *
     * @return false where Keycloak knows nothing of the token
     */
    public Mono<Boolean> logOut(String refreshToken) {
        return http.post()
                .uri(logOut)
                .headers(headers -> headers.setBasicAuth(GatewaySettings.CLIENT, secret))
                .body(BodyInserters.fromFormData("refresh_token", refreshToken))
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                .timeout(LOG_OUT)
                .map(status -> {
                    if (status.is2xxSuccessful()) return true;
                    if (status.value() == BAD_REQUEST) return false;
                    throw new IllegalStateException("Keycloak answers a log-out with " + status.value());
                });
    }

    private Mono<JsonNode> post(MultiValueMap<String, String> form) {
        return http.post()
                .uri(endpoint)
                .headers(headers -> headers.setBasicAuth(GatewaySettings.CLIENT, secret))
                .body(BodyInserters.fromFormData(form))
                .exchangeToMono(answer -> read(answer, form.getFirst("grant_type")))
                .onErrorMap(error -> !(error instanceof ProblemException || error instanceof LogInEnded), error -> {
                    log.warn("Keycloak's token endpoint did not answer: {}", error.toString());
                    return new ProblemException(Problem.LOG_IN_UNAVAILABLE, "", error);
                });
    }

    private Mono<JsonNode> read(ClientResponse answer, @Nullable String grant) {
        int status = answer.statusCode().value();
        return answer.bodyToMono(String.class).defaultIfEmpty("").flatMap(body -> {
            JsonNode read = parse(body);
            return status == 200 ? Mono.just(read) : Mono.error(refusal(status, grant, read));
        });
    }

    private RuntimeException refusal(int status, @Nullable String grant, JsonNode answer) {
        String error = answer.path("error").asString("");
        String description = answer.path("error_description").asString("");
        if (error.equals("access_denied")) return new ProblemException(Problem.ACCOUNT_NOT_GRANTED);
        // So a token is refused whose session ended or whose user was disabled.
        if (error.equals("invalid_grant") || error.equals("invalid_token") || description.equals("Invalid token")) {
            return new LogInEnded();
        }
        if (error.equals("temporarily_unavailable")) return new ProblemException(Problem.SERVICE_UNAVAILABLE);
        // Anything else is a fault of ours or of Keycloak's, never the user's: nobody is logged out for it.
        log.error("Keycloak refused {}: {} {} {}", grant, status, error, description);
        return new ProblemException(Problem.LOG_IN_UNAVAILABLE);
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException malformed) {
            return json.createObjectNode();
        }
    }
}
