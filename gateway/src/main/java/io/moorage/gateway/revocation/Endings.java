package io.moorage.gateway.revocation;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.gateway.GatewaySettings;
import io.moorage.revocations.KnownRevocations;
import io.moorage.revocations.RevocationReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Log-ins and rights that ended in the last minutes, as the stream of revocations tells it; of log-ins that end on this
 * gateway at once. A right is a version of a delegation, an API token, or a consent.
 */
@Component
public class Endings implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final KnownRevocations known = new KnownRevocations();
    private final List<Consumer<String>> ofLogIns = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> ofRights = new CopyOnWriteArrayList<>();
    private final RevocationReader reader;
    private final Clock clock;
    private @Nullable Thread thread;

    Endings(GatewaySettings settings, Clock clock) {
        this.reader = new RevocationReader(settings.kafka(), known, this::read);
        this.clock = clock;
    }

    /** @param keycloakSession the log-in's id at Keycloak */
    public boolean ofLogIn(String keycloakSession) {
        return known.has(Revocation.SESSION, keycloakSession);
    }

    /** @param listener told the log-in's id at Keycloak, more than once at times */
    public void whenLogInEnds(Consumer<String> listener) {
        ofLogIns.add(listener);
    }

    /** @param rights as {@link Revocation#key} names them */
    public boolean ofAny(Set<String> rights) {
        return rights.stream().anyMatch(known::hasKey);
    }

    /** @param listener told the key of the right that is over, more than once at times */
    public void whenRightEnds(Consumer<String> listener) {
        ofRights.add(listener);
    }

    /** A log-in has ended on this very gateway. */
    public void endedHere(String keycloakSession) {
        if (keycloakSession.isEmpty()) return;
        known.add(new Revocation(Revocation.SESSION, keycloakSession, clock.instant()), Duration.ZERO);
        tell(ofLogIns, keycloakSession);
    }

    private void read(Revocation revocation) {
        switch (revocation.kind()) {
            case Revocation.SESSION -> tell(ofLogIns, revocation.id());
            case Revocation.DELEGATION, Revocation.API_TOKEN, Revocation.CONSENT -> tell(ofRights, revocation.key());
            default -> {} // nothing here rests on it
        }
    }

    private static void tell(List<Consumer<String>> listeners, String ended) {
        for (Consumer<String> listener : listeners) {
            try {
                listener.accept(ended);
            } catch (RuntimeException failure) {
                log.error("What rested on something that ended could not be forgotten", failure);
            }
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("revocations").daemon().start(reader);
    }

    @Override
    public void stop() {
        Thread reading = thread;
        if (reading != null) reading.interrupt();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
