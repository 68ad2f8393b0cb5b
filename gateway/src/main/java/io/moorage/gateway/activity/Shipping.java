package io.moorage.gateway.activity;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.activity.ActivityTable.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Brings rows that have ended to account-service and deletes them then. Rows are claimed, so that of several gateways one
 * ships each; where account-service took rows and its answer was lost they are shipped again, and it knows their ids.
 */
@Component
class Shipping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Shipping.class);
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** Longer than shipping takes; as long, rows rest whose gateway died or whose delivery failed. */
    private static final Duration CLAIMED = Duration.ofSeconds(8);

    /** What belongs to the own account of a user who has none yet comes once more after so long. */
    private static final Duration PUT_OFF = Duration.ofSeconds(20);

    private final ActivityTable table;
    private final ActionLogService service;
    private final Clock clock;
    private final Duration unknownAfter;
    private volatile boolean failing;
    private volatile @Nullable Disposable loop;

    Shipping(ActivityTable table, ActionLogService service, Clock clock, GatewaySettings settings) {
        this.table = table;
        this.service = service;
        this.clock = clock;
        this.unknownAfter = settings.activity().unknownAfter();
    }

    @Override
    public void start() {
        loop = Mono.defer(this::ship)
                .doOnNext(shipped -> failing = failing && shipped == 0)
                .onErrorResume(error -> Mono.fromSupplier(() -> failed(error)))
                .flatMap(shipped -> Mono.delay(pause(shipped)))
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = loop;
        if (running != null) running.dispose();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** @return how many rows were claimed */
    private Mono<Integer> ship() {
        Instant now = clock.instant();
        return table.claim(now, now.plus(CLAIMED), now.minus(unknownAfter), AT_ONCE)
                .collectSortedList(Comparator.comparing(Row::id))
                .flatMap(rows -> rows.isEmpty()
                        ? Mono.just(0)
                        : service.take(rows)
                                .flatMap(waiting -> shipped(rows, waiting))
                                .thenReturn(rows.size()));
    }

    private Mono<Void> shipped(List<Row> rows, List<UUID> waiting) {
        List<UUID> taken =
                rows.stream().map(Row::id).filter(id -> !waiting.contains(id)).toList();
        Mono<Void> deleted = table.delete(taken);
        return waiting.isEmpty()
                ? deleted
                : deleted.then(table.putOff(waiting, clock.instant().plus(PUT_OFF)));
    }

    private int failed(Throwable error) {
        if (!failing) log.warn("Activities wait, account-service doesn't take them: {}", error.toString());
        failing = true;
        return 0;
    }

    private Duration pause(int shipped) {
        if (failing) return PAUSE_AFTER_FAILURE;
        return shipped == AT_ONCE ? Duration.ZERO : PAUSE;
    }
}
