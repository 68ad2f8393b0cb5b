package io.moorage.gateway.route;

import io.moorage.gateway.token.Digests;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * Highest random weight hashing: a key draws a weight for each instance, and prefers them in that order. Every gateway
 * draws alike, and when an instance comes or goes only the keys move that prefer it.
 */
final class Rendezvous {
    private Rendezvous() {}

    static List<URI> order(String key, List<URI> instances) {
        return instances.stream()
                .map(instance -> new Drawn(instance, weight(key, instance)))
                .sorted(Comparator.comparingLong(Drawn::weight).reversed())
                .map(Drawn::instance)
                .toList();
    }

    private static long weight(String key, URI instance) {
        return ByteBuffer.wrap(Digests.sha256(key + " " + instance)).getLong();
    }

    private record Drawn(URI instance, long weight) {}
}
