package io.moorage.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** Which part listens where on 127.0.0.1: chosen free once, then kept as long as nobody else takes it. */
final class Ports {
    // Below the range from which systems take ports for outgoing connections, or one of those could sit on ours.
    private static final int LOWEST = 21_000;
    private static final int HIGHEST = 32_000;

    private final Path file;
    private final Properties values;

    Ports(Path file) {
        this.file = file;
        this.values = Stored.read(file);
    }

    synchronized int get(String name) {
        String known = values.getProperty(name);
        return known == null ? choose(name) : Integer.parseInt(known);
    }

    /** Before a start: another port if somebody took ours meanwhile. */
    synchronized int getFree(String name) {
        int port = get(name);
        return isFree(port) ? port : choose(name);
    }

    private int choose(String name) {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!values.containsValue(Integer.toString(port)) && isFree(port)) {
                values.setProperty(name, Integer.toString(port));
                Stored.write(file, values);
                return port;
            }
        }
        throw new Trouble("No free port found between " + LOWEST + " and " + HIGHEST + ".");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
