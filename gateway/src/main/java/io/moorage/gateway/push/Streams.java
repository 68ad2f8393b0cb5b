package io.moorage.gateway.push;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.revocation.Endings;
import io.moorage.gateway.session.SessionCaller;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who has streams open, so that they close when the log-in or the right ends, on every gateway at once. While Kafka is away a session's
 * are closed within a second all the same.
 */
@Component
class Streams {
    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final Feed feed;
    private final Sessions sessions;
    private final Endings endings;
    private final int perCaller;
    private final Map<Client, Listener> open = new ConcurrentHashMap<>();

    Streams(Feed feed, Sessions sessions, Endings endings, GatewaySettings settings) {
        this.feed = feed;
        this.sessions = sessions;
        this.endings = endings;
        this.perCaller = settings.push().perCaller();
        endings.whenLogInEnds(
                ended -> close(listener -> listener.caller.keycloakSession().equals(ended)));
        endings.whenRightEnds(ended -> close(listener -> listener.restsOn.contains(ended)));
    }

    /** @param restsOn the rights that the stream ends with */
    void opened(Client client, Caller caller, Set<String> restsOn) {
        open.put(client, new Listener(caller, restsOn));
        // It may have ended since the caller was looked up.
        if (endings.ofLogIn(caller.keycloakSession()) || endings.ofAny(restsOn)) closed(client);
    }

    /** Refuses one stream more than a caller may have. */
    void admit(Caller caller) {
        long others = open.values().stream()
                .filter(other -> other.caller.key().equals(caller.key()))
                .count();
        if (others >= perCaller) throw new ProblemException(Problem.TOO_MANY_STREAMS);
    }

    void closed(Client client) {
        open.remove(client);
        feed.drop(client);
    }

    /** One question for all of them: which of the sessions with open streams go on. */
    @Scheduled(fixedDelay = 1000)
    void closeEnded() {
        Set<UUID> ids = open.values().stream()
                .map(Listener::caller)
                .filter(SessionCaller.class::isInstance)
                .map(caller -> ((SessionCaller) caller).session())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) return;
        sessions.goingOn(ids)
                .collect(Collectors.toSet())
                .subscribe(
                        goingOn ->
                                ids.stream().filter(id -> !goingOn.contains(id)).forEach(this::close),
                        error -> log.warn("Sessions of open streams could not be checked: {}", error.toString()));
    }

    private void close(UUID session) {
        close(listener -> listener.caller instanceof SessionCaller known
                && known.session().equals(session));
    }

    private void close(Predicate<Listener> whose) {
        List<Client> theirs = open.entrySet().stream()
                .filter(entry -> whose.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        theirs.forEach(this::closed);
    }

    @Scheduled(fixedDelayString = "${moorage.push.heartbeat}")
    void heartbeat() {
        feed.heartbeat();
    }

    private record Listener(Caller caller, Set<String> restsOn) {}
}
