package io.moorage.gateway.problem;

import static io.moorage.gateway.problem.Problem.BODY_TOO_LARGE;
import static io.moorage.gateway.problem.Problem.INTERNAL_ERROR;
import static io.moorage.gateway.problem.Problem.LOGIN_REQUIRED;
import static io.moorage.gateway.problem.Problem.LOG_IN_UNAVAILABLE;
import static io.moorage.gateway.problem.Problem.MALFORMED_REQUEST;
import static io.moorage.gateway.problem.Problem.METHOD_NOT_ALLOWED;
import static io.moorage.gateway.problem.Problem.NOT_ACCEPTABLE;
import static io.moorage.gateway.problem.Problem.NOT_FOUND;
import static io.moorage.gateway.problem.Problem.SERVICE_NO_ANSWER;
import static io.moorage.gateway.problem.Problem.SERVICE_UNAVAILABLE;
import static io.moorage.gateway.problem.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns whatever ended a request into a problem. Only what nobody foresaw is logged with its trace. */
@Component
@Order(-2) // before Spring Boot's own, which would answer in another shape
public class ProblemHandler implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswer answer;

    ProblemHandler(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        // The client went away, or the answer had begun: nothing can be said any more.
        if (exchange.getResponse().isCommitted()) return Mono.error(error);
        ProblemException problem =
                error instanceof ProblemException known ? known : new ProblemException(problemOf(error));
        if (problem.problem() == INTERNAL_ERROR) {
            ServerHttpRequest request = exchange.getRequest();
            log.error("{} {} failed", request.getMethod(), request.getPath().value(), withoutAddresses(error));
        }
        if (problem.problem().status() > 500) {
            String path = exchange.getRequest().getPath().value();
            log.warn("{} {}: {} ({})", exchange.getRequest().getMethod(), path, problem.getMessage(), cause(error));
        }
        return answer.write(exchange, problem);
    }

    private static String cause(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof ProblemException && cause != null ? cause.toString() : error.toString();
    }

    /** Reactor notes the whole address beside an error, queries with codes in them included: those stay out of logs. */
    private static Throwable withoutAddresses(Throwable error) {
        Throwable cause = error.getCause();
        Throwable bare = new IllegalStateException(error.toString(), cause == null ? null : withoutAddresses(cause));
        bare.setStackTrace(error.getStackTrace());
        return bare;
    }

    /** What a caller is told of an error. */
    public static Problem problemOf(Throwable error) {
        return switch (error) {
            case ProblemException known -> known.problem();
            case ServerExchangeRejectedException rejected -> MALFORMED_REQUEST;
            case ResponseStatusException status ->
                byStatus(status.getStatusCode().value());
            case DataBufferLimitException tooLarge -> BODY_TOO_LARGE;
            case AuthenticationServiceException away -> LOG_IN_UNAVAILABLE;
            // Only a log-in's code is exchanged without a mapping of its own.
            case WebClientException away -> LOG_IN_UNAVAILABLE;
            case AuthenticationException refused -> LOGIN_REQUIRED;
            case ConnectException away -> SERVICE_UNAVAILABLE;
            case R2dbcException away -> SERVICE_UNAVAILABLE;
            case DataAccessException away -> SERVICE_UNAVAILABLE;
            case TimeoutException late -> SERVICE_NO_ANSWER;
            case IOException broken -> SERVICE_NO_ANSWER;
            case AbortedException left -> SERVICE_NO_ANSWER;
            default -> INTERNAL_ERROR;
        };
    }

    private static Problem byStatus(int status) {
        return switch (status) {
            case 401 -> LOGIN_REQUIRED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> SERVICE_NO_ANSWER;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
