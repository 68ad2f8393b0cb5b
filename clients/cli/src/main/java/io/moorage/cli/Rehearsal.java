package io.moorage.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.cli.command.Environment;
import io.moorage.cli.session.Pause;
import io.moorage.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Walks moor's main paths once, with a gateway of its own that answers the same to everything, so that the JVM can note the
 * classes they need. The script runs it after each build; no user ever does.
 */
final class Rehearsal {
    private static final String ANSWER = """
            {"items": [{"number": "1", "status": "active", "overdue": false, "tags": ["a"], "requestedAt": "2026-01-01T00:00:00Z"}],
             "next": null, "id": "1", "state": "succeeded", "balance": {"amount": "1.00", "currency": "EUR"}}""";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", Rehearsal::answer);
        gateway.start();
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
        Path config = Files.createTempDirectory("moor");
        Path credentials = Files.createDirectory(config.resolve("moorage")).resolve("credentials.json");
        Files.writeString(
                credentials,
                "{\"%s\": {\"access_token\": \"x\", \"access_token_ends_at\": 99999999999}}".formatted(url));
        walk(environment(Map.of("XDG_CONFIG_HOME", config.toString(), "MOORAGE_URL", url)));
        for (Path made : List.of(credentials, credentials.getParent(), config)) Files.delete(made);
        gateway.stop(0);
    }

    private static void walk(Environment environment) {
        CommandTree.run(environment, "servers", "list", "--lang", "fr");
        CommandTree.run(environment, "actions", "list", "--output", "csv");
        CommandTree.run(environment, "servers", "reboot", "1", "--wait");
        CommandTree.run(environment, "balance", "--output", "json");
        CommandTree.run(environment, "servers", "--help");
        CommandTree.run(environment, "servers", "lost");
    }

    private static Environment environment(Map<String, String> variables) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, InputStream.nullInputStream(), true, true, false, 100, true);
        return new Environment(variables, terminal, Clock.systemUTC(), ZoneId.systemDefault(), Pause::real);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
