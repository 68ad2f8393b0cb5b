package io.moorage.account.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that agrees to everything, but for what a test tells it to answer. */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> replies = new ConcurrentHashMap<>();

    /** The contents of the mails that it took, headers and all. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command such as {@code RCPT}, or {@code .} for the end of a mail */
    void answers(String command, String reply) {
        replies.put(command, reply);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException goneAway) {
                continue; // the client, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 ready");
        String line = in.readLine();
        while (line != null) {
            String command = line.split("[ :]")[0];
            String reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
            say(out, reply);
            if (command.equals("QUIT")) return;
            if (reply.startsWith("354")) mail(in, out);
            line = in.readLine();
        }
    }

    private void mail(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (!Objects.equals(line, ".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        String reply = replies.getOrDefault(".", "250 taken");
        if (reply.startsWith("250")) taken.add(mail.toString());
        say(out, reply);
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
