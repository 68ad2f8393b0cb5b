package io.moorage.bench;

import io.moorage.bench.service.BenchService;
import io.moorage.testkit.TestPorts;
import io.moorage.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, with the Java options that the launcher gives it. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    private final int port;
    private final Path log;
    private final Process process;

    private ServiceProcess(List<String> program, Map<String, String> environment) throws Exception {
        port = TestPorts.free();
        log = Files.createTempFile("moorage-bench", ".log");
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(OPTIONS);
        words.addAll(program);
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady();
    }

    /** The bench's own service. */
    static ServiceProcess ofBench(Map<String, String> environment) throws Exception {
        return new ServiceProcess(
                List.of("-cp", System.getProperty("java.class.path"), BenchService.class.getName()), environment);
    }

    /** One of the real services. */
    static ServiceProcess ofJar(Path jar, Map<String, String> environment) throws Exception {
        if (!Files.exists(jar)) throw new IllegalStateException(jar + " isn't built");
        return new ServiceProcess(List.of("-jar", jar.toString()), environment);
    }

    /** What every service is told. */
    static Map<String, String> environment(String database, String kafka) {
        return new HashMap<>(Map.of(
                "MOORAGE_DATABASE_URL", database,
                "MOORAGE_DATABASE_USER", "postgres",
                "MOORAGE_DATABASE_PASSWORD", "postgres",
                "MOORAGE_KAFKA", kafka,
                "MOORAGE_ISSUER", TestTokens.ISSUER,
                "MOORAGE_INTERNAL_SECRET", "secret-of-the-bench",
                "MOORAGE_PUBLIC_URL", "http://localhost:8080"));
    }

    /** The header line of a token that outlives the benchmark, and that no service finds too old. */
    static String authorization(String account, String... permissions) {
        Instant end = Instant.now().plus(Duration.ofHours(2));
        return "Authorization: Bearer "
                + TestTokens.token(claims -> claims.issueTime(Date.from(end.minusSeconds(1)))
                        .expirationTime(Date.from(end))
                        .claim("account", account)
                        .claim("permissions", List.of(permissions)))
                + "\r\n";
    }

    int port() {
        return port;
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        Instant limit = Instant.now().plus(START_LIMIT);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answersWell(client, ready)) {
                if (!process.isAlive() || Instant.now().isAfter(limit))
                    throw new IllegalStateException("The service does not start: " + Files.readString(log));
                Thread.sleep(100);
            }
        }
    }

    private static boolean answersWell(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(Duration.ofSeconds(15))) process.destroyForcibly().waitFor();
        Files.delete(log);
    }
}
