package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.load.KeepAliveClient;
import io.moorage.bench.reference.BareCounters;
import io.moorage.bench.reference.BareTopUps;
import io.moorage.bench.reference.Databases;
import io.moorage.testkit.TestPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * P1 over HTTP: each request with its token checked and an {@code Idempotency-Key}. The real billing-service is asked
 * for top-ups, which are new aggregates; the bench's own service counts on existing ones.
 */
final class SpreadRequests implements Benchmark {
    private static final Target TARGET = Target.atLeast(0.3);
    private static final String BESIDE = "JDBC, one statement each";
    private static final String NO_KAFKA = "127.0.0.1:9";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        List<Result> results = new ArrayList<>(topUps(settings));
        results.addAll(counters(settings));
        return results;
    }

    /** With a payment provider that accepts connections and never answers, so that only requests are measured. */
    private static List<Result> topUps(Settings settings) throws Exception {
        String database = TestPostgres.freshDatabase();
        try (var silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = ServiceProcess.environment(database, NO_KAFKA);
            environment.put("MOORAGE_TOP_UP_CHECKOUT_WAIT", "PT0S");
            environment.put("MOORAGE_SANDBOX_URL", "http://127.0.0.1:" + silent.getLocalPort());
            environment.put("MOORAGE_SANDBOX_API_KEY", "key-of-the-bench");
            environment.put("MOORAGE_SANDBOX_SIGNING_KEY", "signing-key-of-the-bench");
            var jar = settings.root().resolve("billing-service/target/billing-service-1.0.0-SNAPSHOT.jar");
            try (var billing = ServiceProcess.ofJar(jar, environment);
                    var pool = Databases.pool(database)) {
                return topUps(settings, billing, new JdbcTemplate(pool), new BareTopUps(pool));
            }
        }
    }

    private static List<Result> topUps(Settings settings, ServiceProcess billing, JdbcTemplate sql, BareTopUps bare)
            throws Exception {
        String body = "{\"amount\":{\"amount\":\"50.00\",\"currency\":\"EUR\"},\"method\":\"sandbox\"}";
        int most = settings.clients().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int i = 0; i < most; i++) sql.update("insert into wallet values (?, 'EUR', 0)", account(i));
        List<Result> results = new ArrayList<>();
        for (int clients : settings.clients()) {
            try (var http = new HttpClients(billing.port(), clients)) {
                results.add(result(
                        settings,
                        "POST /top-ups to billing-service, " + clients + " clients",
                        clients,
                        (client, random) -> http.post(client, "/api/v1/top-ups", body),
                        (client, random) -> bare.request(account(client))));
            }
        }
        return results;
    }

    private static List<Result> counters(Settings settings) throws Exception {
        String database = Databases.likeAService();
        int existing = settings.aggregates();
        try (var service = ServiceProcess.ofBench(ServiceProcess.environment(database, NO_KAFKA));
                var ours = Databases.pool(database);
                var pool = Databases.pool(Databases.likeAService())) {
            Databases.addCounters(new JdbcTemplate(ours), existing, 1);
            Databases.addCounters(new JdbcTemplate(pool), existing, 1);
            BareCounters bare = new BareCounters(pool, existing, 1);
            int clients = settings.clients().getLast();
            int share = existing / clients;
            try (var http = new HttpClients(service.port(), clients)) {
                return List.of(result(
                        settings,
                        "POST to existing aggregates, " + clients + " clients",
                        clients,
                        (client, random) -> http.post(
                                client,
                                "/api/v1/counters/c-" + (client + clients * random.nextInt(share)),
                                "{\"token\":\"" + UUID.randomUUID() + "\"}"),
                        (client, random) -> bare.request(client + clients * random.nextInt(share))));
            }
        }
    }

    static String account(int client) {
        return "bb%05d-mo".formatted(client);
    }

    private static Result result(Settings settings, String what, int clients, Clients.Work ours, Clients.Work beside)
            throws Exception {
        List<Side> sides = List.of(
                new Side("requests", time -> Clients.run(clients, time, ours).sample()),
                new Side(BESIDE, time -> Clients.run(clients, time, beside).sample()));
        var rounds = Contest.ofProcesses(settings).run("P1 " + what, sides);
        return Result.of(new Result.Question("P1", what, "1/s", TARGET), BESIDE, rounds, 1);
    }

    /** A connection and a token for each client. */
    static final class HttpClients implements AutoCloseable {
        private final List<KeepAliveClient> clients = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();

        HttpClients(int port, int count) throws Exception {
            for (int i = 0; i < count; i++) {
                clients.add(new KeepAliveClient(port));
                headers.add(ServiceProcess.authorization(account(i), "billing:read", "billing:pay"));
            }
        }

        void post(int client, String path, String body) throws Exception {
            String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
            clients.get(client).post(path, headers.get(client) + key, body, 201);
        }

        @Override
        public void close() throws Exception {
            for (KeepAliveClient client : clients) client.close();
        }
    }
}
