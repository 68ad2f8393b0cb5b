package io.moorage.bench.reference;

import io.moorage.testkit.TestPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as a proxy that checks nothing and keeps its connections. */
public final class Nginx implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx");
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path %1$s;
                proxy_temp_path %1$s;
                fastcgi_temp_path %1$s;
                uwsgi_temp_path %1$s;
                scgi_temp_path %1$s;
                keepalive_requests 1000000;
                upstream backend { server 127.0.0.1:%2$d; keepalive 64; }
                server {
                    listen 127.0.0.1:%3$d;
                    location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; }
                }
            }
            """;

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Empty where none is installed. */
    public static Optional<Nginx> before(int backend) throws IOException, InterruptedException {
        Optional<String> program = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
        if (program.isEmpty()) return Optional.empty();
        Path folder = Files.createTempDirectory("moorage-nginx");
        int port = TestPorts.free();
        Path file = Files.writeString(
                folder.resolve("nginx.conf"), String.format(Locale.ROOT, CONFIGURATION, folder, backend, port));
        Process process = new ProcessBuilder(program.get(), "-c", file.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitOpen(port, process, folder.resolve("out.log"));
        return Optional.of(new Nginx(port, process));
    }

    private static void awaitOpen(int port, Process process, Path log) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!isOpen(port)) {
            if (!process.isAlive() || Instant.now().isAfter(limit))
                throw new IllegalStateException("nginx does not start: " + Files.readString(log));
            Thread.sleep(50);
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
        process.waitFor();
    }
}
