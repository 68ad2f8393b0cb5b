package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.load.Latencies;
import io.moorage.bench.load.OpenLoop;
import io.moorage.bench.load.Sample;
import io.moorage.bench.reference.BareKafka;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.reference.Received;
import io.moorage.bench.service.BenchService;
import io.moorage.bench.service.Counter.Count;
import io.moorage.eventstore.Commands;
import io.moorage.testkit.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * P3: how long after its commit an event reaches a consumer, published by the instance that wrote it and by another.
 * Commands come by the clock; an event's time begins when its sender hears of the commit. Beside it the time from
 * {@code send} to the consumer for a bare producer at the same rate.
 */
final class CommitToConsumer implements Benchmark {
    private static final Target TARGET = Target.atMost(2.5);
    private static final String BESIDE = "Kafka produce → consume";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String kafka = TestKafka.sharedBootstrap();
        List<Result> results = new ArrayList<>();
        try (BareKafka bare = new BareKafka(kafka);
                Received bareReceived = new Received(kafka, BareKafka.TOPIC)) {
            Contender contender = new Contender(settings, bare, bareReceived);
            String database = Databases.likeAService();
            double half;
            try (var service = BenchService.start(database, Map.of("MOORAGE_KAFKA", kafka, "bench.publishes", true))) {
                half = half(settings, service);
                results.addAll(contender.meet("same instance", service, kafka, half));
            }
            Map<String, String> environment = ServiceProcess.environment(database, kafka);
            environment.put("BENCH_PUBLISHES", "true");
            try (var publisher = ServiceProcess.ofBench(environment);
                    var writer = BenchService.start(database, Map.of())) {
                results.addAll(contender.meet("other instance", writer, kafka, half));
            }
        }
        return results;
    }

    /** Half of what the service can do while it publishes. */
    private static double half(Settings settings, ConfigurableApplicationContext service) throws Exception {
        Commands commands = service.getBean(Commands.class);
        Clients.run(16, settings.slice(), (client, random) -> commands.send(command(settings)));
        var peak = Clients.run(16, settings.slice(), (client, random) -> commands.send(command(settings)));
        return peak.counted() / peak.seconds() / 2;
    }

    private static Count command(Settings settings) {
        int counter = ThreadLocalRandom.current().nextInt(settings.aggregates());
        return new Count("c-" + counter, UUID.randomUUID().toString());
    }

    private record Contender(Settings settings, BareKafka bare, Received bareReceived) {

        List<Result> meet(String where, ConfigurableApplicationContext writer, String kafka, double half)
                throws Exception {
            Commands commands = writer.getBean(Commands.class);
            List<Result> results = new ArrayList<>();
            try (PublishedEvents published = new PublishedEvents(kafka, commands)) {
                Received received = published.received();
                for (double rate : List.of(100.0, half)) {
                    Side ours = new Side("commit → consumer", time -> committed(time, rate, commands, received));
                    Side beside = new Side(BESIDE, time -> produced(time, rate));
                    String what = String.format(
                            Locale.ROOT,
                            "commit → consumer p99, %s, %s",
                            where,
                            rate == half ? "half of peak" : "100/s");
                    var rounds = new Contest(settings)
                            .run(String.format(Locale.ROOT, "P3 %s (%.0f/s)", what, rate), List.of(ours, beside));
                    results.add(Result.of(new Result.Question("P3", what, "ms", TARGET), BESIDE, rounds, 1));
                }
            }
            return results;
        }

        private Sample committed(Duration time, double rate, Commands commands, Received received) throws Exception {
            Map<String, Long> committed = new ConcurrentHashMap<>();
            OpenLoop.run(rate, time, number -> {
                Count command = command(settings);
                commands.send(command);
                committed.put(command.token(), System.nanoTime());
            });
            return latencies(committed, received);
        }

        private Sample produced(Duration time, double rate) throws Exception {
            Map<String, Long> sent = new ConcurrentHashMap<>();
            OpenLoop.run(rate, time, number -> {
                Count command = command(settings);
                sent.put(command.token(), System.nanoTime());
                bare.send(command.id(), command.token());
            });
            return latencies(sent, bareReceived);
        }

        private static Sample latencies(Map<String, Long> begun, Received received) throws Exception {
            Latencies latencies = new Latencies();
            for (var each : begun.entrySet()) latencies.add(received.at(each.getKey()) - each.getValue());
            return new Sample(
                    latencies.percentile(99),
                    Map.of(
                            "p50Ms",
                            latencies.percentile(50),
                            "maxMs",
                            latencies.percentile(100),
                            "events",
                            begun.size()));
        }
    }
}
