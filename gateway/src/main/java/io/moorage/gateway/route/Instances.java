package io.moorage.gateway.route;

import io.moorage.gateway.GatewaySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The instances of each service, taken in turn; one that refused a connection is asked last for some seconds. */
@Component
public class Instances {
    private static final Duration AVOIDED = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<String, List<URI>> services;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Instant> refusedAt = new ConcurrentHashMap<>();

    Instances(GatewaySettings settings, Clock clock) {
        this.clock = clock;
        this.services = new TreeMap<>(settings.services());
    }

    public Set<String> services() {
        return services.keySet();
    }

    /** Every instance of a service in the order to try them. */
    public List<URI> of(String service) {
        List<URI> all = services.getOrDefault(service, List.of());
        List<URI> order = new ArrayList<>(all.size());
        List<URI> avoided = new ArrayList<>();
        int first = all.isEmpty() ? 0 : Math.floorMod(turn.getAndIncrement(), all.size());
        for (int i = 0; i < all.size(); i++) {
            URI instance = all.get((first + i) % all.size());
            (isAvoided(instance) ? avoided : order).add(instance);
        }
        order.addAll(avoided);
        return order;
    }

    public void refused(URI instance) {
        refusedAt.put(instance, clock.instant());
    }

    private boolean isAvoided(URI instance) {
        Instant at = refusedAt.get(instance);
        return at != null && at.plus(AVOIDED).isAfter(clock.instant());
    }
}
