package io.moorage.cli;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.command.Environment;
import io.moorage.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway, a Keycloak, a home folder and a clock on which time passes only while moor waits. */
final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    final Stub gateway = new Stub();
    final Stub keycloak = new Stub();
    final Map<String, String> variables = new HashMap<>();
    final List<Duration> pauses = new ArrayList<>();
    final Path config;
    private Instant now = NOW;

    /** What a person would see: set before moor is called. */
    boolean terminal;

    boolean colours;
    int columns = 100;
    String typed = "";

    World(Path folder) {
        this.config = folder;
        variables.put("XDG_CONFIG_HOME", folder.toString());
        variables.put("MOORAGE_URL", gateway.url());
        variables.put("LANG", "en_GB.UTF-8");
        String issuer = keycloak.url() + "/realms/moorage";
        gateway.on(
                "GET /.well-known/oauth-protected-resource",
                Reply.json(
                        "{\"resource\":\"%s\",\"authorization_servers\":[\"%s\"]}".formatted(gateway.url(), issuer)));
        gateway.on("GET /api/v1/me", Reply.json("{\"user\":{\"login\":\"demo\",\"name\":\"Camille Durand\"}}"));
        keycloak.on("GET /realms/moorage/.well-known/openid-configuration", Reply.json("""
                {"issuer": "%1$s", "device_authorization_endpoint": "%1$s/device", "token_endpoint": "%1$s/token",
                 "end_session_endpoint": "%1$s/logout"}""".formatted(issuer)));
        keycloak.on("POST /realms/moorage/device", Reply.json("""
                {"device_code": "device-1", "user_code": "ABCD-EFGH", "verification_uri": "http://login/device",
                 "verification_uri_complete": "http://login/device?user_code=ABCD-EFGH", "expires_in": 600, "interval": 5}"""));
    }

    record Result(int exitCode, String out, String err) {}

    Result moor(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal where = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                terminal,
                terminal,
                terminal,
                columns,
                colours);
        Environment environment = new Environment(variables, where, clock(), ZoneOffset.UTC, this::pause);
        int exitCode = CommandTree.run(environment, arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    static Reply tokens(String access, String refresh) {
        return Reply.json(
                "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":300}".formatted(access, refresh));
    }

    static Reply refused(String error) {
        return new Reply(400, "application/json", "{\"error\":\"" + error + "\"}");
    }

    /** As after a log-in. */
    World loggedIn(Instant accessEnds) {
        String realm = keycloak.url() + "/realms/moorage";
        try {
            Files.createDirectories(credentials().getParent());
            Files.writeString(credentials(), """
                    {"%s": {"token_endpoint": "%s/token", "end_session_endpoint": "%s/logout", "access_token": "access-1",
                            "access_token_ends_at": %d, "refresh_token": "refresh-1"}}""".formatted(gateway.url(), realm, realm, accessEnds.getEpochSecond()));
            Files.setPosixFilePermissions(credentials(), PosixFilePermissions.fromString("rw-------"));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    World loggedIn() {
        return loggedIn(NOW.plusSeconds(300));
    }

    Path credentials() {
        return config.resolve("moorage/credentials.json");
    }

    String kept() {
        try {
            return Files.exists(credentials()) ? Files.readString(credentials()) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Moor as a process of its own, with the real clock. */
    Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    @Override
    public void close() {
        gateway.close();
        keycloak.close();
    }
}
