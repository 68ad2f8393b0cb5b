package io.moorage.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real distribution, built and started as in production but on its embedded database. It runs from a copy beside
 * the distribution (hard links, so it costs nothing), because a build belongs to one choice of database.
 */
final class RunningKeycloak implements AutoCloseable {

    private static final Path DISTRIBUTION = Path.of("target/keycloak").toAbsolutePath();
    private static final Path COPY = Path.of("target/keycloak-it").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final int port = freePort();
    private final int managementPort = freePort();
    private final Path log = COPY.resolve("keycloak.log");
    private @Nullable Process process;

    RunningKeycloak() throws IOException, InterruptedException {
        copy();
        run(
                        List.of(
                                COPY.resolve("bin/kc.sh").toString(),
                                "build",
                                "--db=dev-file",
                                "--health-enabled=true",
                                "--spi-email-sender--provider=moorage-mail-room"),
                        Map.of())
                .waitFor();
    }

    String url() {
        return "http://localhost:" + port;
    }

    String realm() {
        return url() + "/realms/moorage";
    }

    /** Asks the interface that identity-service has. */
    HttpResponse<String> internally(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm() + "/moorage" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Starts and waits until Keycloak calls itself ready. The environment is the realm's and the providers'. */
    void start(Map<String, String> environment) throws IOException, InterruptedException {
        Process started = run(command(), environment);
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (started.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline)
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
        }
    }

    void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private boolean ready() throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Process run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .putAll(Map.of(
                        "KC_HOSTNAME", url(),
                        "KC_HTTP_ENABLED", "true",
                        "KC_HTTP_HOST", "127.0.0.1",
                        "KC_HTTP_PORT", "" + port,
                        "KC_HTTP_MANAGEMENT_HOST", "127.0.0.1",
                        "KC_HTTP_MANAGEMENT_PORT", "" + managementPort,
                        "KC_CACHE", "local",
                        "KC_SHUTDOWN_DELAY", "0s",
                        "KC_LOG_LEVEL", "info,io.smallrye.health:error"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** As the README says: the JVM itself and not kc.sh, whose death would leave the JVM behind. */
    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String opened : List.of("util", "util.concurrent", "security", "lang"))
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + COPY,
                "-Djboss.server.config.dir=" + COPY.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                COPY.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return command;
    }

    private static void copy() throws IOException {
        delete(COPY);
        Files.walkFileTree(DISTRIBUTION, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(COPY.resolve(DISTRIBUTION.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = DISTRIBUTION.relativize(file);
                if (relative.startsWith("lib/lib")) Files.createLink(COPY.resolve(relative), file);
                else Files.copy(file, COPY.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
