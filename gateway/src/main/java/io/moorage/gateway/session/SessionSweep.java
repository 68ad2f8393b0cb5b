package io.moorage.gateway.session;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what sessions leave behind that were never logged out of. */
@Component
class SessionSweep {
    private static final Logger log = LoggerFactory.getLogger(SessionSweep.class);

    private final Sessions sessions;

    SessionSweep(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sessions.sweep()
                .subscribe(
                        removed -> log.debug("Removed {} sessions that were over", removed),
                        error -> log.warn("Sessions that are over could not be removed: {}", error.toString()));
    }
}
