package io.moorage.web;

import io.moorage.eventstore.AggregateBusy;
import io.moorage.eventstore.Refusal;
import io.moorage.eventstore.RequestOvertaken;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong in a request into a problem that tells its caller what to do, and nothing else. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CallerRefused refused) {
        return answer(problems.of(refused.status(), refused.code(), language()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed malformed) {
        return answer(problems.of(400, malformed.code(), language()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidFields invalid) {
        List<Problems.FieldError> errors = invalid.fields().stream()
                .map(field -> problems.field(field.pointer(), field.code(), language(), field.arguments()))
                .toList();
        return answer(problems.ofFields(422, "invalid-field", language(), errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(AggregateNotFoundException missing) {
        return answer(problems.of(404, "not-found", language()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(AggregateBusy busy) {
        return later(problems.of(503, "busy", language()));
    }

    /** Seen by nobody: the filter gives the answer of the request that was first. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(RequestOvertaken overtaken) {
        return later(problems.of(503, "busy", language()));
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        LOG.error("The database does not answer", failure);
        return later(problems.of(503, "service-unavailable", language()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> any(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) throw failure; // half a file is sent: only breaking off can tell its reader so
        if (failure instanceof Refusal refusal) return answer(refused(refusal), refusal.retryAfter());
        if (isDatabasesOwn(failure)) return databaseAway(failure);
        LOG.error("A request failed", failure);
        return answer(problems.of(500, "internal-error", language()));
    }

    /** What PostgreSQL knows no code for, such as a disk quota that is used up, is in its class XX: nothing of ours. */
    private static boolean isDatabasesOwn(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("XX");
    }

    private ProblemDetail refused(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case RULE -> 422;
            case UNAUTHENTIC -> 401;
            case FORBIDDEN -> 403;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
        };
        ProblemDetail problem = problems.of(status, refusal.code(), language(), refusal.arguments());
        refusal.members().forEach(problem::setProperty);
        if (refusal.pointer().isEmpty()) return problem;
        problem.setProperty(
                "errors", List.of(problems.field(refusal.pointer(), refusal.code(), language(), refusal.arguments())));
        return problem;
    }

    /** What Spring itself finds wrong with a request. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code = switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "media-type-not-supported";
            case 503 -> "service-unavailable";
            default -> status.is4xxClientError() ? "malformed-request" : "internal-error";
        };
        if (status.is5xxServerError()) LOG.error("A request failed", failure);
        ProblemDetail problem = problems.of(status.value(), code, language());
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return answer(problem, null);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, @Nullable Duration retryAfter) {
        var answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 asks for one
        if (retryAfter != null) // whole seconds, upwards: what comes a moment early is refused again
        answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(retryAfter.plusMillis(999).toSeconds()));
        return answer.body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
