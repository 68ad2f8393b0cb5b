package io.moorage.gateway.push;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.session.SessionCaller;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who has streams open, so that they close when the session ends: at once here, within a second on other gateways. */
@Component
class Streams {
    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final Feed feed;
    private final Sessions sessions;
    private final int perCaller;
    private final Map<Client, Caller> open = new ConcurrentHashMap<>();

    Streams(Feed feed, Sessions sessions, GatewaySettings settings) {
        this.feed = feed;
        this.sessions = sessions;
        this.perCaller = settings.push().perCaller();
        sessions.endings().subscribe(this::close);
    }

    void opened(Client client, Caller caller) {
        open.put(client, caller);
    }

    /** Refuses one stream more than a caller may have. */
    void admit(Caller caller) {
        long others = open.values().stream()
                .filter(other -> other.key().equals(caller.key()))
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
        List<Client> theirs = open.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof SessionCaller caller
                        && caller.session().equals(session))
                .map(Map.Entry::getKey)
                .toList();
        theirs.forEach(this::closed);
    }

    @Scheduled(fixedDelayString = "${moorage.push.heartbeat}")
    void heartbeat() {
        feed.heartbeat();
    }
}
