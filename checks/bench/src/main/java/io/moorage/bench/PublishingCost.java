package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.load.Sample;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.service.BenchService;
import io.moorage.bench.service.Counter.Count;
import io.moorage.eventstore.Commands;
import io.moorage.testkit.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** P3: what publishing takes from the writers: the peak of a service that publishes beside one that doesn't. */
final class PublishingCost implements Benchmark {
    private static final Target TARGET = Target.atLeast(0.95);
    private static final int CLIENTS = 16;
    private static final String BESIDE = "the same, not publishing";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        try (TestKafka kafka = TestKafka.startOwn();
                var silent = BenchService.start(Databases.likeAService(), Map.of());
                var publishing = BenchService.start(
                        Databases.likeAService(), Map.of("MOORAGE_KAFKA", kafka.bootstrap(), "bench.publishes", true));
                PublishedEvents published =
                        new PublishedEvents(kafka.bootstrap(), publishing.getBean(Commands.class))) {
            List<Side> sides = List.of(
                    new Side("publishing", time -> {
                        Sample sample = peak(settings, time, publishing.getBean(Commands.class));
                        published.awaitAll(); // what is still to be published must not burden the other side
                        return sample;
                    }),
                    new Side(BESIDE, time -> peak(settings, time, silent.getBean(Commands.class))));
            String what = "commands while publishing, " + CLIENTS + " clients";
            var rounds = new Contest(settings).run("P3 " + what, sides);
            return List.of(Result.of(new Result.Question("P3", what, "1/s", TARGET), BESIDE, rounds, 1));
        }
    }

    private static Sample peak(Settings settings, Duration time, Commands commands) throws Exception {
        return Clients.run(
                        CLIENTS,
                        time,
                        (client, random) -> commands.send(new Count(
                                "c-" + random.nextInt(settings.aggregates()),
                                UUID.randomUUID().toString())))
                .sample();
    }
}
