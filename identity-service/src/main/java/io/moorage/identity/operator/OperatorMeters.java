package io.moorage.identity.operator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moorage.identity.operator.delivery.Deliveries;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What can be seen of the operators: who takes how many messages, how many of them arrive, and who counts as well. */
@Component
class OperatorMeters {
    private static final Duration LATELY = Duration.ofHours(1);

    private final MeterRegistry registry;
    private final Deliveries deliveries;
    private final OperatorHealth health;

    OperatorMeters(MeterRegistry registry, Deliveries deliveries, OperatorHealth health) {
        this.registry = registry;
        this.deliveries = deliveries;
        this.health = health;
    }

    void watch(Operator operator) {
        Gauge.builder(
                        "moorage.operator.delivery.rate",
                        deliveries,
                        all -> all.rate(operator.name(), LATELY, 1).orElse(Double.NaN))
                .description("The part of the last hour's messages that has arrived")
                .tag("operator", operator.name())
                .register(registry);
        Gauge.builder("moorage.operator.well", health, all -> all.isWell(operator) ? 1 : 0)
                .description("Whether the operator is asked before those that fail")
                .tag("operator", operator.name())
                .register(registry);
    }

    /** @param outcome {@code taken}, {@code refused} or {@code away} */
    void count(Operator operator, Channel channel, String outcome) {
        registry.counter(
                        "moorage.operator.messages",
                        "operator",
                        operator.name(),
                        "channel",
                        channel.code(),
                        "outcome",
                        outcome)
                .increment();
    }
}
