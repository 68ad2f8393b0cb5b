package io.moorage.gateway.push;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.push.Position.Partition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Between the reader of Kafka and the clients: the last events, how far they go back in each partition, and who listens.
 * A client that comes back gets what it missed out of the last events, or {@code reset} where they don't reach so far.
 */
@Component
class Feed {
    private final int remembered;
    private final int longestQueue;

    private final Position read = new Position();
    /** Below this offset, events may have been forgotten or were never read. */
    private final Map<Partition, Long> completeFrom = new HashMap<>();
    /** Where the partitions ended when reading began: what lies before is remembered, but news to nobody. */
    private final Position newsFrom = new Position();

    private final Deque<Kept> last = new ArrayDeque<>();
    private final Set<Client> clients = new HashSet<>();

    @Autowired
    Feed(GatewaySettings settings) {
        this(settings.push().remembered(), settings.push().queue());
    }

    /**
     * @param remembered events kept for those who come back
     * @param longestQueue events that a client may lag behind
     */
    Feed(int remembered, int longestQueue) {
        this.remembered = remembered;
        this.longestQueue = longestQueue;
    }

    /** A partition is read from an offset on; its end at this moment tells what is news. */
    synchronized void begin(Partition partition, long from, long end) {
        read.set(partition, from);
        newsFrom.set(partition, end);
        completeFrom.put(partition, from);
    }

    /** The partitions of the first moment are all there: who came before could not be told where they stand. */
    synchronized void begun() {
        tellAll(client -> client.resetTo(current()));
    }

    /** One record was read; {@code event} is null where clients aren't told of it. */
    synchronized void accept(Partition partition, long offset, @Nullable PushEvent event) {
        read.set(partition, offset + 1);
        if (event == null) return;
        Kept kept = new Kept(partition, offset, event);
        remember(kept);
        List<Client> slow = new ArrayList<>();
        for (Client client : clients) {
            if (client.wants(kept) && !client.offer(client.told(event, read))) slow.add(client);
        }
        slow.forEach(this::drop);
    }

    private void remember(Kept kept) {
        last.addLast(kept);
        if (last.size() <= remembered) return;
        Kept forgotten = last.removeFirst();
        completeFrom.put(forgotten.partition, forgotten.offset + 1);
    }

    /** Nothing known of Kafka holds any more; reading begins anew. */
    synchronized void startOver() {
        for (Client client : List.copyOf(clients)) drop(client);
        last.clear();
        completeFrom.clear();
        read.clear();
        newsFrom.clear();
    }

    synchronized void heartbeat() {
        tellAll(client -> client.mark("still here", read));
    }

    /** Begins a stream, after the event that the client received last where it names one. */
    synchronized Listening listen(Rights rights, @Nullable String lastEventId) {
        Position asked =
                lastEventId == null ? null : Position.decode(lastEventId).orElse(null);
        boolean resumes = asked != null && reachesBackTo(asked);
        Client client = new Client(rights, asked != null && resumes ? asked : current(), longestQueue);
        List<ServerSentEvent<String>> first = new ArrayList<>();
        if (lastEventId != null && !resumes) first.add(client.resetTo(current()));
        if (asked != null && resumes) missed(client, asked, first);
        first.add(client.mark("listening", read));
        clients.add(client);
        return new Listening(client, client.stream(first));
    }

    synchronized int listeners() {
        return clients.size();
    }

    synchronized void drop(Client client) {
        if (clients.remove(client)) client.close();
    }

    private boolean reachesBackTo(Position asked) {
        // Who listened before anything was known of Kafka cannot say what they missed.
        if (asked.isEmpty() != read.isEmpty() || !asked.isWithin(read)) return false;
        return completeFrom.entrySet().stream()
                .allMatch(partition -> asked.of(partition.getKey()) >= partition.getValue());
    }

    /** Each event missed moves the client's place in one partition only; the others' events may come after it. */
    private void missed(Client client, Position asked, List<ServerSentEvent<String>> into) {
        Position place = asked.copy();
        for (Kept kept : last) {
            if (!client.wants(kept)) continue;
            place.set(kept.partition, kept.offset + 1);
            into.add(client.told(kept.event, place));
        }
    }

    /** Where someone stands who comes now. */
    private Position current() {
        Position current = read.copy();
        current.advanceTo(newsFrom);
        return current;
    }

    private void tellAll(Function<Client, ServerSentEvent<String>> message) {
        for (Client client : List.copyOf(clients)) {
            if (!client.offer(message.apply(client))) drop(client);
        }
    }

    record Kept(Partition partition, long offset, PushEvent event) {}

    /** An open stream and the hold on it by which it is closed. */
    record Listening(Client client, Flux<ServerSentEvent<String>> events) {}
}
