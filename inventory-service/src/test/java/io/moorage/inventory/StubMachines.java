package io.moorage.inventory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The simulated machines' interface in its documented shape, without their slowness: an operation takes effect when it
 * is looked at for the first time, unless the test holds the machine, makes it fail, lie, or be away.
 */
public final class StubMachines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String API_KEY = "key-of-the-tests";
    private static final Pattern OPERATION = Pattern.compile("/machines/([^/]+)/operations/([^/]+?)(/cancel)?");
    private static final Pattern MACHINE = Pattern.compile("/machines/([^/]+)");
    private static final Map<String, Machine> MACHINES = new ConcurrentHashMap<>();
    private static volatile boolean away;
    private static final HttpServer SERVER = start();

    /** How a machine goes about what it is told. */
    public enum Mood {
        GOOD,
        /** It doesn't begin, and can be cancelled. */
        HELD,
        /** It has begun, doesn't get done, and can't be cancelled. */
        STUCK,
        FAILING,
        LYING
    }

    private static final class Machine {
        private final Map<String, Operation> operations = new ConcurrentHashMap<>();
        private final List<String> log = new CopyOnWriteArrayList<>();
        private volatile Mood mood = Mood.GOOD;
        private volatile String power = "on";
        private volatile String image = "debian-12";
        private volatile boolean rescue;
    }

    private static final class Operation {
        private final String type;
        private final String image;
        private String state = "running";
        private boolean carriedOut;

        private Operation(String type, String image) {
            this.type = type;
            this.image = image;
        }
    }

    public static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    public static void away(boolean isAway) {
        away = isAway;
    }

    public static void mood(String number, Mood mood) {
        machine(number).mood = mood;
    }

    public static boolean isOn(String number) {
        return machine(number).power.equals("on");
    }

    /** The machine's log: one entry for each physical effect. */
    public static List<String> effects(String number) {
        return machine(number).log;
    }

    private static Machine machine(String number) {
        return MACHINES.computeIfAbsent(number, key -> new Machine());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("moorage.machines.url=" + url(), "moorage.machines.api-key=" + API_KEY)
                .applyTo(context);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
            server.createContext("/machines/", StubMachines::answer);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Matcher operation = OPERATION.matcher(path);
        Matcher machine = MACHINE.matcher(path);
        if (away) send(exchange, 503, "{}");
        else if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            send(exchange, 401, "{}");
        else if (machine.matches()) send(exchange, 200, view(machine(machine.group(1))));
        else if (operation.matches()) operate(exchange, operation, body);
        else send(exchange, 404, "{}");
    }

    private static void operate(HttpExchange exchange, Matcher path, String body) throws IOException {
        Machine machine = machine(path.group(1));
        String id = path.group(2);
        synchronized (machine) {
            if (exchange.getRequestMethod().equals("PUT"))
                machine.operations.computeIfAbsent(id, key -> new Operation(text(body, "type"), text(body, "image")));
            Operation operation = machine.operations.get(id);
            if (operation == null) send(exchange, 404, "{\"code\":\"operation-unknown\"}");
            else if (path.group(3) != null) send(exchange, 200, "{\"cancelled\":%s}".formatted(cancel(operation)));
            else if (exchange.getRequestMethod().equals("PUT")) send(exchange, 202, view(id, operation));
            else {
                goOn(machine, operation);
                send(exchange, 200, view(id, operation));
            }
        }
    }

    private static boolean cancel(Operation operation) {
        if (operation.state.equals("running") && !operation.carriedOut) operation.state = "cancelled";
        return operation.state.equals("cancelled");
    }

    private static void goOn(Machine machine, Operation operation) {
        if (!operation.state.equals("running") || machine.mood == Mood.HELD) return;
        if (machine.mood == Mood.FAILING) operation.state = "failed";
        else if (machine.mood == Mood.LYING) operation.state = "succeeded";
        else {
            if (!operation.carriedOut) carryOut(machine, operation);
            if (machine.mood == Mood.GOOD) operation.state = "succeeded";
        }
    }

    private static void carryOut(Machine machine, Operation operation) {
        operation.carriedOut = true;
        machine.log.add(operation.type);
        machine.power = operation.type.equals("power-off") ? "off" : "on";
        if (operation.type.equals("reinstall")) machine.image = operation.image;
        if (!operation.type.startsWith("power") && !operation.type.equals("reboot"))
            machine.rescue = operation.type.equals("rescue-on");
    }

    private static String view(Machine machine) {
        return "{\"number\":\"1\",\"power\":\"%s\",\"image\":\"%s\",\"rescue\":%s,\"log\":[]}"
                .formatted(machine.power, machine.image, machine.rescue);
    }

    private static String view(String id, Operation operation) {
        int progress = operation.state.equals("succeeded") ? 100 : 20;
        String error = operation.state.equals("failed") ? ",\"error\":\"disk-broken\"" : "";
        return "{\"id\":\"%s\",\"type\":\"%s\",\"state\":\"%s\",\"progress\":%d%s}"
                .formatted(id, operation.type, operation.state, progress, error);
    }

    private static String text(String json, String field) {
        Matcher found =
                Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
