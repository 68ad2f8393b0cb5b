package io.moorage.gateway.route;

import io.moorage.gateway.GatewaySettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The instances of each service, every one of them in the order to try them: those that are down come last. */
@Component
public class Instances {
    private final Map<String, List<URI>> services;
    private final Health health;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    @Autowired
    Instances(GatewaySettings settings, Health health) {
        this(settings.services(), health);
    }

    Instances(Map<String, List<URI>> services, Health health) {
        this.services = new TreeMap<>(services);
        this.health = health;
    }

    public Set<String> services() {
        return services.keySet();
    }

    /** Those that are up come first in turn. */
    public List<URI> inTurn(String service) {
        List<URI> up =
                new ArrayList<>(all(service).stream().filter(health::isUp).toList());
        if (!up.isEmpty()) Collections.rotate(up, Math.floorMod(turn(service), up.size()));
        return withTheRest(up, all(service));
    }

    /**
     * An account's own instance comes first while it is up, since commands for one aggregate are queued and committed
     * together within an instance and only conflict across instances.
     */
    public List<URI> forWrites(String service, String account) {
        List<URI> preferred = Rendezvous.order(account, all(service));
        return withTheRest(preferred.stream().filter(health::isUp).toList(), preferred);
    }

    private static List<URI> withTheRest(List<URI> up, List<URI> all) {
        return Stream.concat(up.stream(), all.stream()).distinct().toList();
    }

    private int turn(String service) {
        return turns.computeIfAbsent(service, s -> new AtomicInteger()).getAndIncrement();
    }

    private List<URI> all(String service) {
        return services.getOrDefault(service, List.of());
    }
}
