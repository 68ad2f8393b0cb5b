package io.moorage.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as told, in turn, the last answer again and again; and remembers what it was asked. */
final class Stub implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Function<Request, Reply>>> answers = new ConcurrentHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();

    Stub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    record Reply(int status, String type, String body) {
        static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }

        static Reply problem(int status, String body) {
            return new Reply(status, "application/problem+json", body);
        }

        /** The connection breaks before an answer. */
        static Reply lost() {
            return new Reply(0, "", "");
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param call {@code "GET /api/v1/servers"} */
    void on(String call, Reply... replies) {
        answers.put(
                call,
                new ArrayDeque<>(Arrays.stream(replies)
                        .<Function<Request, Reply>>map(reply -> asked -> reply)
                        .toList()));
    }

    void answer(String call, Function<Request, Reply> answer) {
        answers.put(call, new ArrayDeque<>(List.of(answer)));
    }

    List<Request> asked(String call) {
        return requests.stream()
                .filter(request -> (request.method() + " " + request.path()).equals(call))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    query == null ? "" : query,
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Reply reply = next(request);
            if (reply.status() == 0) return;
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("X-Correlation-Id", "0190-correlation");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Reply next(Request request) {
        Deque<Function<Request, Reply>> left = answers.get(request.method() + " " + request.path());
        if (left == null) return Reply.problem(404, "{\"code\":\"not-found\",\"detail\":\"No such thing.\"}");
        return (left.size() == 1 ? left.getFirst() : left.removeFirst()).apply(request);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
