package io.moorage.gateway.activity;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemHandler;
import io.moorage.gateway.token.ActingAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Around everything that may refuse a request. It writes down the outcome of what was forwarded, and refusals that come
 * earlier, where it is known who was refused: for the user's own account, since nobody may write into the log of an
 * account that isn't granted to them.
 */
@Component
@Order(-300) // before bodies are limited; after the request has its correlation
class Recording implements WebFilter {
    private static final Logger log = LoggerFactory.getLogger(Recording.class);

    private final ActivityLog activities;
    private final WhoWasRefused who;
    private final JsonMapper json;

    Recording(ActivityLog activities, WhoWasRefused who, JsonMapper json) {
        this.activities = activities;
        this.who = who;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ActionName action = ActionName.of(exchange.getRequest());
        if (action == null) return chain.filter(exchange);
        Activity activity = activities.arrived(exchange.getRequest(), action);
        exchange.getAttributes().put(Activity.ATTRIBUTE, activity);
        WatchedAnswer answer = new WatchedAnswer(exchange.getResponse(), json);
        return chain.filter(exchange.mutate().response(answer).build())
                .onErrorResume(error -> failed(exchange, activity, error).then(Mono.error(error)))
                .doFinally(signal -> activities.ended(activity, answer.status(), answer.code()));
    }

    private Mono<Void> failed(ServerWebExchange exchange, Activity activity, Throwable error) {
        if (exchange.getResponse().isCommitted()) return Mono.empty();
        Problem problem = ProblemHandler.problemOf(error);
        if (activity.isNoted()) {
            activities.ended(activity, problem.status(), problem.code());
            return Mono.empty();
        }
        String wished = ActingAccount.of(exchange.getRequest());
        if (problem == Problem.ACCOUNT_NOT_GRANTED && wished != null) activity.aimedAt(wished);
        return who.of(exchange.getRequest())
                .flatMap(actor -> activities.endedAtOnce(activity, actor, problem.status(), problem.code()))
                // Nothing was done, so the answer is the refusal all the same.
                .onErrorResume(away ->
                        Mono.fromRunnable(() -> log.warn("A refusal could not be written down: {}", away.toString())));
    }
}
