package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.reference.BareCounters;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.service.BenchService;
import io.moorage.bench.service.Counter.CountOnce;
import io.moorage.eventstore.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** P1 in process: durable commands spread over aggregates, each with an idempotency row and a read-model row. */
final class SpreadCommands implements Benchmark {
    private static final Target TARGET = Target.atLeast(0.7);
    private static final String BESIDE = "JDBC, one statement each";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String database = Databases.likeAService();
        int existing = settings.aggregates();
        try (var service = BenchService.start(database, Map.of());
                var pool = Databases.pool(Databases.likeAService())) {
            Databases.addCounters(service.getBean(JdbcTemplate.class), existing, 1);
            Databases.addCounters(new JdbcTemplate(pool), existing, 1);
            Commands commands = service.getBean(Commands.class);
            BareCounters bare = new BareCounters(pool, existing, 1);
            List<Result> results = new ArrayList<>();
            for (int clients : settings.clients()) results.add(existing(settings, clients, commands, bare));
            results.add(fresh(settings, settings.clients().getLast(), commands, bare));
            return results;
        }
    }

    private static Result existing(Settings settings, int clients, Commands commands, BareCounters bare)
            throws Exception {
        int share = settings.aggregates() / clients;
        List<Side> sides = List.of(
                new Side(
                        "Commands.send",
                        time -> Clients.run(
                                        clients,
                                        time,
                                        (client, random) ->
                                                commands.send(once("c-" + (client + clients * random.nextInt(share)))))
                                .sample()),
                new Side(
                        BESIDE,
                        time -> Clients.run(
                                        clients,
                                        time,
                                        (client, random) -> bare.countOnce(client + clients * random.nextInt(share)))
                                .sample()));
        String what = "commands in process, " + clients + " clients, existing aggregates";
        return result(what, new Contest(settings).run("P1 " + what, sides));
    }

    private static Result fresh(Settings settings, int clients, Commands commands, BareCounters bare) throws Exception {
        AtomicLong number = new AtomicLong();
        List<Side> sides = List.of(
                new Side(
                        "Commands.send",
                        time -> Clients.run(
                                        clients,
                                        time,
                                        (client, random) -> commands.send(once("new-" + number.incrementAndGet())))
                                .sample()),
                new Side(
                        BESIDE,
                        time -> Clients.run(clients, time, (client, random) -> bare.countOnceAnew())
                                .sample()));
        String what = "commands in process, " + clients + " clients, new aggregates";
        return result(what, new Contest(settings).run("P1 " + what, sides));
    }

    private static CountOnce once(String id) {
        return new CountOnce(id, UUID.randomUUID().toString());
    }

    private static Result result(String what, List<List<io.moorage.bench.load.Sample>> rounds) {
        return Result.of(new Result.Question("P1", what, "1/s", TARGET), BESIDE, rounds, 1);
    }
}
