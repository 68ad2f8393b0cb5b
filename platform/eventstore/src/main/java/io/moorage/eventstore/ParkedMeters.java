package io.moorage.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much work is put aside, by where it failed. A place that was named once stays, with none. */
final class ParkedMeters implements MeterBinder, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedMeters.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<PutAside> kinds;
    private final List<MultiGauge> gauges = new CopyOnWriteArrayList<>();
    private final Map<Tags, Long> counts = new HashMap<>();

    ParkedMeters(List<PutAside> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauges.add(MultiGauge.builder("moorage.parked")
                .description("Events and messages put aside because they could not be handled")
                .register(registry));
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attempt();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer counted");
        }
    }

    private void attempt() {
        try {
            counts.replaceAll((place, known) -> 0L);
            for (PutAside kind : kinds)
                kind.counts()
                        .forEach((where, count) -> counts.put(Tags.of("kind", kind.name(), "where", where), count));
            List<Row<?>> rows = counts.entrySet().stream()
                    .<Row<?>>map(entry -> Row.of(entry.getKey(), entry.getValue()))
                    .toList();
            gauges.forEach(gauge -> gauge.register(rows, true));
        } catch (RuntimeException e) {
            LOG.debug("What is parked could not be counted", e);
        }
    }
}
