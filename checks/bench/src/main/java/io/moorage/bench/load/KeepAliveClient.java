package io.moorage.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * HTTP/1.1 on one kept connection, with as little work as can be: client and service share the machine's cores, and
 * what the client takes is missing in the figure.
 */
public final class KeepAliveClient implements AutoCloseable {
    /** Well below what servers wait: they close silently while the other side of a contest has its turn. */
    private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean closing;
    private long answeredAt = System.nanoTime();

    public KeepAliveClient(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** Servers keep a connection for so many requests only, and say so with the last answer; and for so long only. */
    private void reconnectIfNeeded() throws IOException {
        if (!closing && System.nanoTime() - answeredAt < LONGEST_IDLE_NANOS) return;
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream());
        closing = false;
    }

    /**
     * @param headers each line ended by CR LF
     * @throws IllegalStateException if the answer isn't the one expected
     */
    public void post(String path, String headers, String json, int expectedStatus) throws IOException {
        reconnectIfNeeded();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        send(path, request, expectedStatus);
    }

    /** As {@link #post}. */
    public void get(String path, String headers, int expectedStatus) throws IOException {
        reconnectIfNeeded();
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
        send(path, request.getBytes(StandardCharsets.US_ASCII), expectedStatus);
    }

    private void send(String path, byte[] request, int expectedStatus) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        String answer = body();
        answeredAt = System.nanoTime();
        if (status != expectedStatus) throw new IllegalStateException(path + " answered " + status + ": " + answer);
    }

    private String body() throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            else if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
            else if (lower.startsWith("connection:")) closing = lower.contains("close");
        }
        return chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line();
            if (size == 0) return body.toString();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("The service closed the connection");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
