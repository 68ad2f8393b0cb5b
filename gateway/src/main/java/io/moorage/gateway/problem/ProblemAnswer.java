package io.moorage.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem: as problem+json, or as a page where a person's browser asked for one. */
@Component
public class ProblemAnswer {
    private final JsonMapper json;

    ProblemAnswer(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) return Mono.error(problem);
        Problem kind = problem.problem();
        HttpHeaders headers = response.getHeaders();
        // What the failed attempt had begun to say must not mix with the problem.
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.ETAG);
        headers.setCacheControl("no-store");
        if (kind.retryAfter() > 0) headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(kind.retryAfter()));
        if (kind == Problem.LOGIN_REQUIRED) headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setStatusCode(HttpStatusCode.valueOf(kind.status()));
        boolean page = wantsPage(exchange);
        headers.setContentType(
                page ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8) : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = page ? ErrorPage.of(problem, Language.of(exchange.getRequest())) : body(exchange, problem);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] body(ServerWebExchange exchange, ProblemException problem) {
        Language language = Language.accepted(exchange.getRequest().getHeaders());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:moorage:problem:" + problem.problem().code());
        body.put("title", problem.title(language));
        body.put("status", problem.problem().status());
        body.put("detail", problem.detail(language));
        body.put("code", problem.problem().code());
        return json.writeValueAsBytes(body);
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        if (exchange.getRequest().getPath().value().startsWith("/api/")) return false;
        try {
            return exchange.getRequest().getHeaders().getAccept().stream()
                    .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
