package io.moorage.gateway.revocation;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.gateway.GatewaySettings;
import io.moorage.revocations.RevocationWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings revocations from the outbox to Kafka: those of this gateway at once, those that others left behind within
 * moments. A row is deleted when Kafka has it; one that is shipped twice does no harm.
 */
@Component
public class RevocationShipping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RevocationShipping.class);
    private static final int AT_ONCE = 500;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(250);
    /** Longer than Kafka may take; as long, rows rest whose gateway died. */
    private static final Duration CLAIMED = Duration.ofSeconds(4);

    private static final Duration DATABASE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Clock clock;
    private final String bootstrap;
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean failing;

    RevocationShipping(Outbox outbox, Clock clock, GatewaySettings settings) {
        this.outbox = outbox;
        this.clock = clock;
        this.bootstrap = settings.kafka();
    }

    /** Says that there is a new row, once it is committed. */
    public void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("revocation-shipping").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread shipping = thread;
        if (shipping != null) shipping.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                try (RevocationWriter writer = RevocationWriter.open(bootstrap)) {
                    while (running) {
                        ship(writer);
                        await(LOOK_AGAIN);
                    }
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                if (!running) return;
                if (!failing) log.warn("Revocations could not be shipped and wait: {}", failure.toString());
                failing = true;
                rest();
            }
        }
    }

    private void ship(RevocationWriter writer) throws InterruptedException {
        Instant now = clock.instant();
        List<Revocation> claimed =
                outbox.claim(now, now.plus(CLAIMED), AT_ONCE).collectList().block(DATABASE);
        if (claimed == null || claimed.isEmpty()) return;
        try {
            writer.write(claimed);
        } catch (RuntimeException failure) {
            outbox.release(claimed).block(DATABASE);
            throw failure;
        }
        outbox.delete(claimed).block(DATABASE);
        if (failing) log.info("Revocations are shipped again");
        failing = false;
    }

    private void await(Duration longest) throws InterruptedException {
        if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
