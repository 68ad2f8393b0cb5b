package io.moorage.gateway.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes one batch at a time; what comes meanwhile shares the next one. So a request alone waits for nobody, and many at
 * once cost one statement.
 */
final class Gathered<T> {
    private static final int LARGEST = 200;

    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Function<List<T>, Mono<Void>> write;

    Gathered(Function<List<T>, Mono<Void>> write) {
        this.write = write;
    }

    /** Done when the item is written; fails as its batch does. Who stops waiting doesn't take the item back. */
    Mono<Void> add(T item) {
        return Mono.defer(() -> {
            Waiting<T> waiting = new Waiting<>(item, Sinks.empty());
            queue.add(waiting);
            go();
            return waiting.written.asMono();
        });
    }

    private void go() {
        while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            List<Waiting<T>> batch = take();
            if (!batch.isEmpty()) {
                List<T> items = batch.stream().map(Waiting::item).toList();
                Mono.defer(() -> write.apply(items))
                        .subscribe(nothing -> {}, error -> done(batch, error), () -> done(batch, null));
                return;
            }
            writing.set(false);
        }
    }

    private List<Waiting<T>> take() {
        List<Waiting<T>> batch = new ArrayList<>();
        while (batch.size() < LARGEST) {
            Waiting<T> next = queue.poll();
            if (next == null) break;
            batch.add(next);
        }
        return batch;
    }

    private void done(List<Waiting<T>> batch, @Nullable Throwable error) {
        writing.set(false);
        go();
        for (Waiting<T> waiting : batch) {
            if (error == null) waiting.written.tryEmitEmpty();
            else waiting.written.tryEmitError(error);
        }
    }

    private record Waiting<T>(T item, Sinks.Empty<Void> written) {}
}
