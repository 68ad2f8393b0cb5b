package io.moorage.gateway.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that dies as a killed process does: it reads the start of a request, and the connection is reset. */
final class ResettingServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread accepting;

    ResettingServer(int port) throws IOException {
        server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        accepting = Thread.ofPlatform().start(this::accept);
    }

    long received(String request) {
        return requests.stream().filter(line -> line.startsWith(request)).count();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoLinger(true, 0);
                socket.setSoTimeout(1000);
                requests.add(new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // Either this server was, or the other side gave up: the next one, if any.
            }
        }
    }

    /** Only then can somebody else take the port. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
