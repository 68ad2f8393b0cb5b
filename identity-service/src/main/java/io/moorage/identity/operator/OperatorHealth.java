package io.moorage.identity.operator;

import io.moorage.identity.operator.delivery.Deliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which operators work: each replica remembers for a while which one failed it, and all see which one takes messages that
 * don't arrive.
 */
@Component
class OperatorHealth {
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final int ENOUGH_TO_TELL = 5;
    private static final double TOO_FEW = 0.5;

    private final Deliveries deliveries;
    private final Clock clock;
    private final Duration pause;
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();

    /** @param pause how long an operator comes last after it failed */
    OperatorHealth(Deliveries deliveries, Clock clock, @Value("${moorage.operators.pause}") Duration pause) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.pause = pause;
    }

    boolean isWell(Operator operator) {
        Instant since = failed.get(operator.name());
        return operator.isReachable()
                && (since == null || since.plus(pause).isBefore(clock.instant()))
                && deliveries.rate(operator.name(), LATELY, ENOUGH_TO_TELL).orElse(1) >= TOO_FEW;
    }

    void failed(Operator operator) {
        failed.put(operator.name(), clock.instant());
    }

    void worked(Operator operator) {
        failed.remove(operator.name());
    }
}
