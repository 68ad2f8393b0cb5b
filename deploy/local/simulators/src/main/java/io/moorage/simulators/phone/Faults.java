package io.moorage.simulators.phone;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.Json;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Which operators are at fault: {@code PUT /faults/<operator>} orders it, {@code DELETE /faults} ends all. */
final class Faults {
    private static final String PATH = "/faults/";
    private static final long SLOW_MS = 10_000;
    private static final long SLOWEST_MS = 120_000;

    private final List<String> operators;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, Fault> listener = (operator, fault) -> {};

    /** @param ms how long a slow answer takes */
    record Order(Fault fault, @Nullable Long ms) {}

    Faults(List<String> operators) {
        this.operators = operators;
    }

    void addTo(WebServer server) {
        server.on("GET", "/faults", request -> Answer.json(200, new TreeMap<>(orders)));
        server.on("PUT", PATH, request -> fromHere(request) ? put(request) : notFromHere());
        server.on("DELETE", "/faults", request -> {
            if (!fromHere(request)) {
                return notFromHere();
            }
            operators.forEach(operator -> order(operator, new Order(Fault.NONE, null)));
            return Answer.json(200, Map.of());
        });
    }

    /** Told of every change. */
    void listen(BiConsumer<String, Fault> told) {
        listener = told;
    }

    Fault of(String operator) {
        Order order = orders.get(operator);
        return order == null ? Fault.NONE : order.fault();
    }

    void order(String operator, Order order) {
        if (order.fault() == Fault.NONE) {
            orders.remove(operator);
        } else {
            orders.put(operator, order);
        }
        listener.accept(operator, order.fault());
    }

    /** Waits if that is ordered. */
    void slowDown(String operator) {
        Order order = orders.get(operator);
        if (order == null || order.fault() != Fault.SLOW) {
            return;
        }
        try {
            Thread.sleep(Math.clamp(Objects.requireNonNullElse(order.ms(), SLOW_MS), 0, SLOWEST_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer put(Request request) {
        String operator = request.path().substring(PATH.length());
        if (!operators.contains(operator)) {
            return Answer.problem(404, "operator-unknown", "The operators are " + String.join(", ", operators) + ".");
        }
        try {
            Order order = Json.read(request.body(), Order.class);
            if (order == null || order.fault() == null) {
                return malformed();
            }
            order(operator, order);
            return Answer.json(200, order);
        } catch (JacksonException e) {
            return malformed();
        }
    }

    private static Answer malformed() {
        return Answer.problem(
                400, "malformed-request", "Order {\"fault\": \"none|down|slow|lost|failed\", \"ms\": how slow}.");
    }

    private static boolean fromHere(Request request) {
        return request.caller().isLoopbackAddress();
    }

    private static Answer notFromHere() {
        return Answer.problem(403, "not-from-here", "Only tests on this computer may order trouble.");
    }
}
