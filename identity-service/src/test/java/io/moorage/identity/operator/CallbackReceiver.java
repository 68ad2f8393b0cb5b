package io.moorage.identity.operator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/** Where an operator calls back. */
public final class CallbackReceiver implements AutoCloseable {
    private final BlockingQueue<Callback> callbacks = new LinkedBlockingQueue<>();
    private final HttpServer server;

    public record Callback(HttpHeaders headers, byte[] body) {}

    public CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/webhooks/", exchange -> {
            HttpHeaders headers = new HttpHeaders();
            exchange.getRequestHeaders().forEach(headers::addAll);
            callbacks.add(new Callback(headers, exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Callback next() throws InterruptedException {
        Callback callback = callbacks.poll(10, TimeUnit.SECONDS);
        if (callback == null) throw new AssertionError("Nobody called back");
        return callback;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
