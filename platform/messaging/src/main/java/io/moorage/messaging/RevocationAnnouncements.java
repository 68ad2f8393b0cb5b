package io.moorage.messaging;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.revocations.RevocationWriter;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands revocations to Kafka, and waits as long as Kafka is away: one that were put aside would come later than those who
 * rely on it allow once Kafka is back.
 */
public final class RevocationAnnouncements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationAnnouncements.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String bootstrap;
    private @Nullable RevocationWriter writer;

    RevocationAnnouncements(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** @throws InterruptException if the service stops before Kafka has it */
    public void tell(Revocation revocation) {
        try {
            for (boolean failing = false; !attempt(revocation, failing); failing = true) Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private synchronized boolean attempt(Revocation revocation, boolean failing) throws InterruptedException {
        try {
            if (writer == null) writer = RevocationWriter.open(bootstrap);
            writer.write(List.of(revocation));
            if (failing) LOG.info("Revocations are told again");
            return true;
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (KafkaException away) {
            if (!failing) LOG.warn("A revocation waits for Kafka: {}", away.toString());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (writer != null) writer.close();
    }
}
