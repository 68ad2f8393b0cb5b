package io.moorage.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser's event source: reads as the standard says, in a thread of its own. */
public final class EventStream implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private volatile String lastId = "";
    private volatile boolean ended;

    /** Opens the stream and waits until it has begun. */
    public EventStream(Browser browser, String... headers) {
        response = browser.send(
                browser.request("/api/v1/stream", headers)
                        .header("Accept", "text/event-stream")
                        .GET(),
                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new IllegalStateException("Answered " + response.statusCode());
        Thread.ofVirtual().start(this::read);
        await().until(() -> !lastId.isEmpty());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = lastId;
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) id = line.substring(3);
                if (line.startsWith("event:")) name = line.substring(6);
                if (line.startsWith("data:")) data = line.substring(5);
                if (line.startsWith(":")) heartbeats.incrementAndGet();
                if (!line.isEmpty()) continue;
                if (!data.isEmpty()) events.add(name + " " + data);
                lastId = id;
                name = "";
                data = "";
            }
        } catch (IOException closed) {
            ended = true;
        }
        ended = true;
    }

    public void until(String text) {
        await().atMost(Duration.ofSeconds(20)).until(() -> events.stream().anyMatch(event -> event.contains(text)));
    }

    /** Name and data of each event so far. */
    public List<String> events() {
        return List.copyOf(events);
    }

    public int heartbeats() {
        return heartbeats.get();
    }

    public String lastId() {
        return lastId;
    }

    public boolean ended() {
        return ended;
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Closes, and takes what had arrived until then. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException already) {
            ended = true;
        }
        await().until(() -> ended);
    }
}
