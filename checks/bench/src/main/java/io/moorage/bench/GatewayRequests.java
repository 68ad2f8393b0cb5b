package io.moorage.bench;

import com.sun.net.httpserver.HttpServer;
import io.moorage.bench.load.Clients;
import io.moorage.bench.load.KeepAliveClient;
import io.moorage.bench.reference.Nginx;
import io.moorage.testkit.TestPostgres;
import io.moorage.testkit.TestTokens;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * P7: requests through the real gateway, each with its bearer token checked and replaced by an account-scoped one. The
 * backend answers at once; Keycloak is a stub, which is asked once for each client.
 */
final class GatewayRequests implements Benchmark {
    private static final Target TARGET = Target.atLeast(0.5);
    private static final int CLIENTS = 16;
    private static final String PATH = "/api/v1/account";
    private static final String REALM = "/realms/moorage";
    private static final String OPENID = REALM + "/protocol/openid-connect";
    private static final String NO_KAFKA = "127.0.0.1:9";
    private static final byte[] PROFILE =
            "{\"handle\":\"bb00001-mo\",\"kind\":\"customer\",\"currency\":\"EUR\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public List<Result> run(Settings settings) throws Exception {
        HttpServer backend = server();
        answer(backend, "/", PROFILE);
        HttpServer keycloak = server();
        answer(keycloak, OPENID + "/certs", keys());
        answer(keycloak, OPENID + "/token", exchanged());
        var jar = settings.root().resolve("gateway/target/gateway-1.0.0-SNAPSHOT.jar");
        try (var gateway = ServiceProcess.ofJar(jar, environment(url(backend), url(keycloak)))) {
            Optional<Nginx> nginx = Nginx.before(backend.getAddress().getPort());
            try {
                int besidePort =
                        nginx.map(Nginx::port).orElse(backend.getAddress().getPort());
                String beside = nginx.isPresent() ? "nginx to the same backend" : "the bare backend (no nginx here)";
                return measure(settings, gateway.port(), beside, besidePort, url(keycloak) + REALM);
            } finally {
                if (nginx.isPresent()) nginx.get().close();
            }
        } finally {
            keycloak.stop(0);
            backend.stop(0);
        }
    }

    private static List<Result> measure(Settings settings, int gateway, String beside, int besidePort, String issuer)
            throws Exception {
        try (var ours = new Connections(gateway, issuer);
                var theirs = new Connections(besidePort, issuer)) {
            List<Side> sides = List.of(
                    new Side("gateway", time -> Clients.run(CLIENTS, time, ours).sample()),
                    new Side(beside, time -> Clients.run(CLIENTS, time, theirs).sample()));
            String what = "GET through the gateway, token checked, " + CLIENTS + " clients";
            var rounds = Contest.ofProcesses(settings).run("P7 " + what, sides);
            return List.of(Result.of(new Result.Question("P7", what, "1/s", TARGET), beside, rounds, 1));
        }
    }

    private static Map<String, String> environment(String backend, String keycloak) {
        Map<String, String> environment = ServiceProcess.environment(TestPostgres.freshDatabase(), NO_KAFKA);
        environment.put("MOORAGE_ISSUER", keycloak + REALM);
        environment.put("MOORAGE_GATEWAY_CLIENT_SECRET", "client-secret-of-the-bench");
        environment.put("MOORAGE_SESSION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        for (String service : List.of("IDENTITY", "ACCOUNT", "INVENTORY", "BILLING"))
            environment.put("MOORAGE_" + service + "_URL", backend);
        return environment;
    }

    private static byte[] keys() throws Exception {
        try (InputStream keys = URI.create(TestTokens.ISSUER + "/protocol/openid-connect/certs")
                .toURL()
                .openStream()) {
            return keys.readAllBytes();
        }
    }

    private static byte[] exchanged() {
        String token = TestTokens.token(claims -> claims.expirationTime(inTwoHours())
                .claim("account", "bb00001-mo")
                .claim("permissions", List.of("billing:read", "services:read")));
        return ("{\"access_token\":\"" + token + "\",\"expires_in\":7200,\"token_type\":\"Bearer\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Date inTwoHours() {
        return Date.from(Instant.now().plus(Duration.ofHours(2)));
    }

    private static HttpServer server() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A connection and a log-in for each client. */
    private static final class Connections implements Clients.Work, AutoCloseable {
        private final List<KeepAliveClient> clients = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();

        Connections(int port, String issuer) throws Exception {
            for (int i = 0; i < CLIENTS; i++) {
                String session = "session-" + i;
                clients.add(new KeepAliveClient(port));
                headers.add("Authorization: Bearer "
                        + TestTokens.token(claims -> claims.issuer(issuer)
                                .audience("moorage-gateway")
                                .expirationTime(inTwoHours())
                                .claim("typ", "Bearer")
                                .claim("sid", session))
                        + "\r\n");
            }
        }

        @Override
        public void once(int client, SplittableRandom random) throws Exception {
            clients.get(client).get(PATH, headers.get(client), 200);
        }

        @Override
        public void close() throws Exception {
            for (KeepAliveClient client : clients) client.close();
        }
    }
}
