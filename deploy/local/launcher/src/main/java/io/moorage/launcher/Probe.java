package io.moorage.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a part, in the part's own language, whether it is ready. */
@FunctionalInterface
interface Probe {
    int TIMEOUT_MS = 3000;

    boolean ready() throws IOException;

    /** A part that doesn't answer isn't ready. */
    default boolean isReady() {
        try {
            return ready();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ready means 200. */
    static Probe http(int port, String path) {
        return () -> {
            try (Socket socket = connect(port)) {
                String request =
                        "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                byte[] start = socket.getInputStream().readNBytes(12);
                return new String(start, StandardCharsets.US_ASCII).endsWith(" 200");
            }
        };
    }

    /** Ready means that it asks for a password; while it recovers it answers with an error. */
    static Probe postgres(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                byte[] who = "user\0moorage\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(8 + who.length);
                out.writeInt(3 << 16); // protocol 3.0
                out.write(who);
                out.flush();
                return socket.getInputStream().read() == 'R';
            }
        };
    }

    /** Ready means that the metadata name a live broker. */
    static Probe kafka(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(15);
                out.writeShort(3); // Metadata
                out.writeShort(4); // version
                out.writeInt(1); // correlation
                out.writeShort(-1); // no client id
                out.writeInt(0); // no topics
                out.writeByte(0); // create none
                out.flush();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readInt(); // size
                in.readInt(); // correlation
                in.readInt(); // throttle time
                return in.readInt() > 0;
            }
        };
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
        return socket;
    }
}
