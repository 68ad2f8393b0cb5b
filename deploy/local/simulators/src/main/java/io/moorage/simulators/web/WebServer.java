package io.moorage.simulators.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens, finds who answers, and turns every failure into a problem document. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    private static final int BODY_LIMIT = 64 * 1024;

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, String path, Function<Request, Answer> handler) {
        /** A path that ends with a slash stands for all below it. */
        boolean fits(Request request) {
            boolean below = path.length() > 1 && path.endsWith("/");
            return method.equals(request.method())
                    && (below ? request.path().startsWith(path) : request.path().equals(path));
        }
    }

    public WebServer(String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't listen on " + address + ":" + port, e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        on("GET", "/style.css", request -> Answer.of(200, "text/css; charset=utf-8", resource("style.css")));
        on("GET", "/actuator/health/readiness", request -> Answer.json(200, Map.of("status", "UP")));
    }

    /** The first route that fits answers. */
    public void on(String method, String path, Function<Request, Answer> handler) {
        routes.add(new Route(method, path, handler));
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return Answer.problem(413, "body-too-large", "A body may have at most 64 KiB.");
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                body,
                exchange.getRemoteAddress().getAddress());
        try {
            return routes.stream()
                    .filter(route -> route.fits(request))
                    .findFirst()
                    .map(route -> route.handler().apply(request))
                    .orElseGet(() -> Answer.problem(404, "not-found", "There is nothing at " + request.path() + "."));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Answering " + request.method() + " " + request.path() + " failed", e);
            return Answer.problem(500, "internal-error", "The simulator failed; its log says why.");
        }
    }

    private static byte[] resource(String name) {
        try (var in = WebServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " isn't there.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
