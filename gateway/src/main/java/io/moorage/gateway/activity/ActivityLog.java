package io.moorage.gateway.activity;

import io.moorage.gateway.activity.ActivityTable.Outcome;
import io.moorage.gateway.activity.ActivityTable.Row;
import io.moorage.gateway.route.ClientAddress;
import io.moorage.gateway.token.Actor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes down what users do. */
@Component
public class ActivityLog {
    private static final Logger log = LoggerFactory.getLogger(ActivityLog.class);
    private static final int OK = 200;

    private final Gathered<Row> rows;
    private final Gathered<Outcome> outcomes;
    private final ClientAddress addresses;
    private final Clock clock;

    ActivityLog(ActivityTable table, ClientAddress addresses, Clock clock) {
        this.rows = new Gathered<>(table::insert);
        this.outcomes = new Gathered<>(table::end);
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Writes down a log-in that has just succeeded. */
    public Mono<Void> loggedIn(ServerHttpRequest request, Actor actor) {
        return endedAtOnce(arrived(request, new ActionName("log-in", "")), actor, OK, null);
    }

    /** Writes down that somebody logs out, who can't be found out afterwards any more. */
    public Mono<Void> loggedOut(ServerWebExchange exchange, Actor actor) {
        return endedAtOnce(exchange.getRequiredAttribute(Activity.ATTRIBUTE), actor, OK, null);
    }

    Activity arrived(ServerHttpRequest request, ActionName action) {
        String correlation = request.getHeaders().getFirst("X-Correlation-Id");
        return new Activity(action, clock.instant(), addresses.of(request), correlation == null ? "" : correlation);
    }

    /** Fails where it can't be written; then nothing may be done. */
    Mono<Void> begin(Activity activity, Actor actor, @Nullable String account) {
        return activity.note() ? rows.add(row(activity, actor, account, false, null, null)) : Mono.empty();
    }

    /** Writes down what has ended already, for the user's own account. */
    Mono<Void> endedAtOnce(Activity activity, Actor actor, int status, @Nullable String code) {
        if (!activity.note() || !activity.end()) return Mono.empty();
        return rows.add(row(activity, actor, null, true, status, code));
    }

    /**
     * Adds the outcome; nobody waits for it. Where that fails the outcome stays unknown.
     *
     * @param status null where no answer was seen
     */
    void ended(Activity activity, @Nullable Integer status, @Nullable String code) {
        if (!activity.end()) return;
        ActionName action = activity.action();
        outcomes.add(new Outcome(activity.id(), action.name(), action.target(), status, code))
                .subscribe(
                        nothing -> {}, error -> log.warn("An outcome could not be written down: {}", error.toString()));
    }

    private static Row row(
            Activity activity,
            Actor actor,
            @Nullable String account,
            boolean ended,
            @Nullable Integer status,
            @Nullable String code) {
        return new Row(
                activity.id(),
                activity.at(),
                actor.user(),
                actor.login(),
                actor.capacity(),
                account,
                actor.session(),
                activity.address(),
                activity.action().name(),
                activity.action().target(),
                activity.correlation(),
                ended,
                status,
                code);
    }
}
