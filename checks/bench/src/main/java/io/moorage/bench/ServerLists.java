package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.load.KeepAliveClient;
import io.moorage.bench.load.Load;
import io.moorage.bench.load.Sample;
import io.moorage.bench.reference.BareServers;
import io.moorage.bench.reference.Databases;
import io.moorage.testkit.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** P5: a page of an account's list of servers, and what the search box finds, among a million; p99 of four readers. */
final class ServerLists implements Benchmark {
    private static final Target TARGET = Target.atMost(3);
    private static final String BESIDE = "the same SQL by JDBC";
    private static final String ACCOUNT = "bb00000-mo";
    private static final int READERS = 4;
    private static final String[] LOCATIONS = {"NL", "US", "FR", "DE"};
    private static final int FIRST = 10_000;

    /** What a reader asks for, of the service and of the database. */
    private interface Question {
        String path(int server);

        void ask(BareServers bare, int server) throws Exception;
    }

    private static final Map<String, Question> QUESTIONS = Map.of(
            "a page, by location and status",
                    question(
                            server -> "?location=" + LOCATIONS[server % 4] + "&status=active",
                            (bare, server) -> bare.list(ACCOUNT, LOCATIONS[server % 4], "active")),
            "search by number",
                    question(
                            server -> "?search=" + server,
                            (bare, server) -> bare.byBeginning(ACCOUNT, Integer.toString(server))),
            "search by tag",
                    question(
                            server -> "?search=rack-" + server / 100,
                            (bare, server) -> bare.byBeginning(ACCOUNT, "rack-" + server / 100)),
            "search by network",
                    question(
                            server -> "?search=" + network(server) + "0/24",
                            (bare, server) -> bare.byNetwork(
                                    ACCOUNT,
                                    network(server) + "0",
                                    network(server) + "255",
                                    network(server) + "0/24")));

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String database = TestPostgres.freshDatabase();
        Map<String, String> environment = ServiceProcess.environment(database, "127.0.0.1:9");
        environment.put("MOORAGE_MACHINES_URL", "http://127.0.0.1:9");
        environment.put("MOORAGE_MACHINES_API_KEY", "key-of-the-bench");
        var jar = settings.root().resolve("inventory-service/target/inventory-service-1.0.0-SNAPSHOT.jar");
        try (var inventory = ServiceProcess.ofJar(jar, environment);
                var pool = Databases.pool(database)) {
            BareServers bare = new BareServers(pool);
            int servers = 2 * settings.events();
            bare.fill(servers, ACCOUNT);
            List<Result> results = new ArrayList<>();
            for (var question : QUESTIONS.entrySet())
                results.add(beside(question.getKey(), question.getValue(), servers, inventory.port(), bare, settings));
            return results;
        }
    }

    private static Result beside(
            String what, Question question, int servers, int port, BareServers bare, Settings settings)
            throws Exception {
        String name = "p99 of " + what + ", " + servers + " servers";
        List<KeepAliveClient> clients = new ArrayList<>();
        for (int i = 0; i < READERS; i++) clients.add(new KeepAliveClient(port));
        String headers = ServiceProcess.authorization(ACCOUNT, "services:read");
        var rounds = Contest.ofProcesses(settings)
                .run(
                        "P5 " + name,
                        List.of(
                                new Side(
                                        "GET /servers",
                                        time -> p99(Clients.run(
                                                READERS,
                                                time,
                                                (client, random) -> clients.get(client)
                                                        .get(
                                                                "/api/v1/servers" + question.path(own(random, servers)),
                                                                headers,
                                                                200)))),
                                new Side(
                                        BESIDE,
                                        time -> p99(Clients.run(
                                                READERS,
                                                time,
                                                (client, random) -> question.ask(bare, own(random, servers)))))));
        for (KeepAliveClient client : clients) client.close();
        return Result.of(new Result.Question("P5", name, "ms", TARGET), BESIDE, rounds, 1);
    }

    /** The account's are the even ones. */
    private static int own(SplittableRandom random, int servers) {
        return FIRST + 2 * random.nextInt(servers / 2);
    }

    private static String network(int server) {
        return "10." + server / 65536 + "." + server / 256 % 256 + ".";
    }

    private static Sample p99(Load load) {
        return new Sample(
                load.latencies().percentile(99),
                Map.of("p50Ms", load.latencies().percentile(50), "answers", load.counted()));
    }

    private interface Path {
        String of(int server);
    }

    private interface Ask {
        void of(BareServers bare, int server) throws Exception;
    }

    private static Question question(Path path, Ask ask) {
        return new Question() {
            @Override
            public String path(int server) {
                return path.of(server);
            }

            @Override
            public void ask(BareServers bare, int server) throws Exception {
                ask.of(bare, server);
            }
        };
    }
}
