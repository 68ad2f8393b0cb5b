package io.moorage.launcher;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Listens to the push stream while something else happens. */
final class PushStream {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    record Event(String name, String data) {}

    private static final Event END = new Event("end of the stream", "");

    PushStream(HttpResponse<Stream<String>> response) {
        if (response.statusCode() != 200) {
            throw new Trouble("GET " + response.uri().getPath() + " answered " + response.statusCode() + ".");
        }
        Thread.ofVirtual().start(() -> read(response.body()));
    }

    private void read(Stream<String> lines) {
        StringBuilder name = new StringBuilder();
        StringBuilder data = new StringBuilder();
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    name.append(line.substring("event:".length()).strip());
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                } else if (line.isEmpty()) {
                    events.add(new Event(name.toString(), data.toString()));
                    name.setLength(0);
                    data.setLength(0);
                }
            });
        } catch (UncheckedIOException e) {
            // Cut off, by us or by the gateway: an end like any other.
        } finally {
            events.add(END);
        }
    }

    Event await(Predicate<Event> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Event event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new Trouble("No such event came within " + limit.toSeconds() + " s.");
            }
            if (event.equals(END)) {
                throw new Trouble("The stream ended.");
            }
            if (wanted.test(event)) {
                return event;
            }
        }
    }
}
