package io.moorage.web;

import io.moorage.eventstore.RequestKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code Idempotency-Key} on writes: the same key and body gives the first answer again, the same key with another body
 * is refused. What was refused isn't kept, so it can be corrected under the same key.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");
    /** A little longer than the longest that an endpoint takes after its effect; after a crash the wait is in vain. */
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(4);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final RequestKeys keys;
    private final Problems problems;
    private final JsonMapper json;

    IdempotencyFilter(RequestKeys keys, Problems problems, JsonMapper json) {
        this.keys = keys;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !WRITES.contains(request.getMethod()) || caller() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        if (!FORM.matcher(given).matches()) {
            refuse(request, response, 400, "idempotency-key-invalid");
            return;
        }
        RepeatableRequest repeatable = new RepeatableRequest(request);
        String key = scope(request, given);
        String bodyHash = sha256(repeatable.body());
        RequestKey attempt = null;
        while (attempt == null || attempt.wasOvertaken()) {
            Optional<RequestKeys.Known> known = attempt == null ? keys.find(key) : awaitAnswer(key);
            if (known.isPresent() && !known.get().bodyHash().equals(bodyHash)) {
                refuse(request, response, 422, "idempotency-key-reused");
                return;
            }
            if (known.isPresent() && known.get().answer() == null) known = awaitAnswer(key);
            if (known.isPresent() && known.get().answer() instanceof RequestKeys.Answer answer) {
                write(answer, response);
                return;
            }
            attempt = known.map(lost -> RequestKey.again(key, bodyHash, lost.ids()))
                    .orElseGet(() -> RequestKey.first(key, bodyHash));
            carryOut(attempt, key, repeatable, response, chain);
        }
    }

    /** Whoever is carrying the request out answers soon after its effect; one that died won't. */
    private Optional<RequestKeys.Known> awaitAnswer(String key) {
        Optional<RequestKeys.Known> known = keys.find(key);
        while (known.isPresent()
                && known.get().answer() == null
                && Instant.now().isBefore(known.get().at().plus(ANSWER_WAIT))) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return known;
            }
            known = keys.find(key);
        }
        return known;
    }

    private void carryOut(
            RequestKey attempt, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            attempt.call(() -> {
                chain.doFilter(request.fromStart(), answer);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
        if (attempt.wasOvertaken()) {
            answer.reset();
            return;
        }
        if (answer.getStatus() < 300)
            keys.answered(
                    key,
                    new RequestKeys.Answer(
                            answer.getStatus(),
                            answer.getHeader(HttpHeaders.LOCATION),
                            answer.getContentType(),
                            kept(request, answer)));
        answer.copyBodyToResponse();
    }

    private byte[] kept(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        byte[] body = answer.getContentAsByteArray();
        ShowsOnce secret =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod endpoint
                        ? endpoint.getMethodAnnotation(ShowsOnce.class)
                        : null;
        if (secret == null) return body;
        return json.writeValueAsBytes(((ObjectNode) json.readTree(body)).without(secret.value()));
    }

    private static void write(RequestKeys.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) response.setHeader(HttpHeaders.LOCATION, answer.location());
        if (answer.contentType() != null) response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json.writeValueAsString(problems.of(status, code, request.getLocale())));
    }

    private static String scope(HttpServletRequest request, String given) {
        Caller caller = caller();
        if (caller == null) throw new IllegalStateException("Filtered without a caller");
        String scope = String.join(
                "\n",
                caller.userId(),
                String.valueOf(caller.account()),
                request.getMethod(),
                request.getRequestURI(),
                given);
        return sha256(scope.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Caller caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Caller.of(token.getToken())
                : null;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
