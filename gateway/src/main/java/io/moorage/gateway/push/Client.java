package io.moorage.gateway.push;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One open stream. Everything it is told goes through one bounded queue in order, ids included, so the last id that a
 * client received never runs ahead of an event it didn't. Used under the feed's lock only.
 */
final class Client {
    private final Rights rights;
    private Position from;
    private final Sinks.Many<ServerSentEvent<String>> queue;

    /** @param from events before this position are known to the client already */
    Client(Rights rights, Position from, int longestQueue) {
        this.rights = rights;
        this.from = from;
        this.queue = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(longestQueue));
    }

    /** What was said before, then what comes. */
    Flux<ServerSentEvent<String>> stream(List<ServerSentEvent<String>> first) {
        return Flux.fromIterable(first).concatWith(queue.asFlux());
    }

    /** Begins anew at a place: the client has been told to read again what came before. */
    ServerSentEvent<String> resetTo(Position place) {
        from = place;
        return ServerSentEvent.<String>builder()
                .id(place.encode())
                .event("reset")
                .data("{}")
                .build();
    }

    boolean wants(Feed.Kept event) {
        return event.event().isFor(rights) && event.offset() >= from.of(event.partition());
    }

    ServerSentEvent<String> told(PushEvent event, Position upTo) {
        return ServerSentEvent.<String>builder()
                .id(id(upTo))
                .event(event.name())
                .data(event.data())
                .build();
    }

    /** No event, only where the client stands: coming back from here it misses nothing, however quiet the account. */
    ServerSentEvent<String> mark(String comment, Position upTo) {
        return ServerSentEvent.<String>builder().id(id(upTo)).comment(comment).build();
    }

    /** Another gateway may have told this client more than this one has read yet: its id doesn't go back. */
    private String id(Position upTo) {
        Position position = upTo.copy();
        position.advanceTo(from);
        return position.encode();
    }

    /** False where the client is too slow: it is cut off, and resumes. */
    boolean offer(ServerSentEvent<String> message) {
        return queue.tryEmitNext(message).isSuccess();
    }

    void close() {
        queue.tryEmitComplete();
    }
}
