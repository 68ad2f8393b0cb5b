package io.moorage.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.bench.load.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** CLI: {@code moor servers list} from the shell's call to its end, beside a JVM that only says its version. */
final class CommandLineStart implements Benchmark {
    private static final String BESIDE = "java -version";
    private static final String EMPTY = "{\"items\":[],\"next\":null}";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", CommandLineStart::answer);
        gateway.start();
        try {
            String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
            Map<String, String> loggedIn =
                    Map.of("MOORAGE_URL", url, "XDG_CONFIG_HOME", logIn(url).toString());
            List<String> moor = List.of(settings.root().resolve("moor").toString(), "servers", "list");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> bare = List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-version");
            once(moor, loggedIn); // builds it where it is stale
            List<Side> sides = List.of(
                    new Side("moor", time -> starts(time, moor, loggedIn)),
                    new Side(BESIDE, time -> starts(time, bare, Map.of())));
            var rounds = new Contest(settings).run("CLI start", sides);
            return List.of(
                    Result.of(new Result.Question("CLI", "moor servers list, whole", "ms", null), BESIDE, rounds, 1));
        } finally {
            gateway.stop(0);
        }
    }

    /** The mean of as many as fit. */
    private static Sample starts(Duration time, List<String> command, Map<String, String> variables) throws Exception {
        long begun = System.nanoTime();
        int starts = 0;
        do {
            once(command, variables);
            starts++;
        } while (System.nanoTime() - begun < time.toNanos());
        return new Sample((System.nanoTime() - begun) / 1e6 / starts, Map.of("starts", starts));
    }

    private static void once(List<String> command, Map<String, String> variables) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) throw new IllegalStateException(command + " ended with " + exitCode);
    }

    private static Path logIn(String gateway) throws IOException {
        Path config = Files.createTempDirectory("moor-bench");
        Path folder = Files.createDirectories(config.resolve("moorage"));
        Files.writeString(
                folder.resolve("credentials.json"),
                "{\"%s\": {\"access_token\": \"x\", \"access_token_ends_at\": 99999999999}}".formatted(gateway));
        return config;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = EMPTY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
