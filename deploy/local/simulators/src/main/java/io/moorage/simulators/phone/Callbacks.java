package io.moorage.simulators.phone;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Reports to whoever sent a message, a few times until they take it. */
final class Callbacks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Callbacks.class.getName());
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    /** @param signed makes the report anew for each attempt, since an old signature is refused */
    void report(Supplier<HttpRequest.Builder> signed) {
        schedule(signed, 0);
    }

    private void schedule(Supplier<HttpRequest.Builder> signed, int attempt) {
        if (attempt < PAUSES.size() && !timer.isShutdown()) {
            timer.schedule(
                    () -> attempts.execute(() -> attempt(signed, attempt)),
                    PAUSES.get(attempt).toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(Supplier<HttpRequest.Builder> signed, int attempt) {
        HttpRequest request = signed.get().timeout(ANSWER_WITHIN).build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            LOG.info(() -> "Report to " + request.uri() + ": " + status);
            if (status / 100 != 2) {
                schedule(signed, attempt + 1);
            }
        } catch (IOException e) {
            LOG.info(() -> "Report to " + request.uri() + ": " + e);
            schedule(signed, attempt + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
        attempts.close();
    }
}
