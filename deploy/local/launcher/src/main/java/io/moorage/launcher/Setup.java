package io.moorage.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a stack is made from: its place, ports, secrets, the gateway's port, and how often scaled services run. */
record Setup(Home home, Ports ports, Secrets secrets, int gatewayPort, Map<String, Integer> scale) {
    String publicUrl() {
        return "http://localhost:" + gatewayPort;
    }

    String local(String port) {
        return "http://127.0.0.1:" + ports.get(port);
    }

    /** {@code billing}, {@code billing-2}, … */
    List<String> instances(String service) {
        List<String> names = new ArrayList<>(List.of(service));
        for (int n = 2; n <= scale.getOrDefault(service, 1); n++) {
            names.add(service + "-" + n);
        }
        return names;
    }

    String urls(String service) {
        return instances(service).stream().map(this::local).collect(Collectors.joining(","));
    }

    String keycloakUrl() {
        return "http://localhost:" + ports.get("keycloak");
    }
}
