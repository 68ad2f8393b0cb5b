package io.moorage.bench;

import io.moorage.bench.reference.Received;
import io.moorage.bench.service.Counter.Count;
import io.moorage.eventstore.Commands;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** What the bench's service publishes, and how to know that all of it was. */
final class PublishedEvents implements AutoCloseable {
    private static final String TOPIC = "moorage.billing";

    private final Commands commands;
    private final Received received;

    /** Waits until the service publishes and has caught up. */
    PublishedEvents(String kafka, Commands commands) throws Exception {
        this.commands = commands;
        awaitTopic(kafka);
        this.received = new Received(kafka, TOPIC);
        awaitAll();
    }

    Received received() {
        return received;
    }

    /** Returns when everything committed so far has reached consumers. */
    void awaitAll() throws TimeoutException {
        Count last = new Count("last", UUID.randomUUID().toString());
        commands.send(last);
        received.at(last.token());
    }

    private static void awaitTopic(String kafka) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            while (!admin.listTopics().names().get().contains(TOPIC)) Thread.sleep(50);
        }
    }

    @Override
    public void close() throws InterruptedException {
        received.close();
    }
}
