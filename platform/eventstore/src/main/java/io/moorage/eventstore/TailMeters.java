package io.moorage.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** How the log is being read, as metrics. */
final class TailMeters implements MeterBinder {
    private final Tail tail;

    TailMeters(Tail tail) {
        this.tail = tail;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("moorage.tail.held.back", () -> tail.heldBack().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long committed events have been waiting for the oldest transaction still open")
                .register(registry);
    }
}
