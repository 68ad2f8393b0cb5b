package io.moorage.simulators.payment;

import io.moorage.simulators.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Tells the merchant what happened, again and again until the merchant takes it. */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** How long to wait after the first, second, … attempt; the last one holds for all that follow. */
    public static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final URI merchant;
    private final Signature signature;
    private final Checkouts checkouts;
    private final Clock clock;
    private final List<Duration> pauses;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    public Webhooks(URI merchant, Signature signature, Checkouts checkouts, Clock clock, List<Duration> pauses) {
        this.merchant = merchant;
        this.signature = signature;
        this.checkouts = checkouts;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Takes up what was not delivered before the last end. */
    public void start() {
        checkouts.undelivered().forEach(this::deliver);
    }

    void deliver(Event event) {
        schedule(event, 0, Duration.ZERO);
    }

    /** Returns once no attempt is under way. */
    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
        attempts.close();
    }

    private void schedule(Event event, int attempt, Duration pause) {
        timer.schedule(() -> attempts.execute(() -> attempt(event, attempt)), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Event event, int attempt) {
        if (isTaken(event)) {
            checkouts.change(event.checkout(), checkout -> checkout.delivered(event));
        } else if (!timer.isShutdown()) {
            schedule(event, attempt + 1, pauses.get(Math.min(attempt, pauses.size() - 1)));
        }
    }

    private boolean isTaken(Event event) {
        byte[] body = Json.write(event);
        HttpRequest request = HttpRequest.newBuilder(merchant)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, signature.header(clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            LOG.info(() -> "Webhook " + event.type() + " " + event.id() + " of " + event.checkout() + ": " + status);
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.info(() -> "Webhook " + event.type() + " " + event.id() + " of " + event.checkout() + ": " + e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
