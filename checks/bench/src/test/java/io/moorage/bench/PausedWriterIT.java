package io.moorage.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R3: no reader of ours misses an event, whoever pauses and whatever the clocks say; in the same scenarios the stock
 * engine misses exactly the paused writer's. With {@code -Dmoorage.proofs=long} the writer also pauses for more than a
 * minute in truth, with right clocks.
 */
class PausedWriterIT {
    private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final boolean LONG = "long".equals(System.getProperty("moorage.proofs"));

    static Stream<PausedWriter> scenarios() {
        var byTheClock = Stream.of(
                new PausedWriter(false, OVER_A_MINUTE, Duration.ZERO),
                new PausedWriter(true, OVER_A_MINUTE, Duration.ZERO));
        var inTruth = Stream.of(
                new PausedWriter(true, Duration.ZERO, OVER_A_MINUTE),
                new PausedWriter(false, OVER_A_MINUTE, OVER_A_MINUTE));
        return LONG ? Stream.concat(byTheClock, inTruth) : byTheClock;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void our_reader_misses_no_event(PausedWriter scenario) throws Exception {
        try (Log log = new OurLog()) {
            scenario.play(log);
            assertThat(log.stored()).containsExactlyInAnyOrder("before", "paused", "after", "last");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(log.delivered()).containsExactlyInAnyOrder("before", "paused", "after", "last"));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_stock_engine_misses_exactly_the_paused_writers_event(PausedWriter scenario) throws Exception {
        try (Log log = new StockLog()) {
            scenario.play(log);
            assertThat(log.stored()).containsExactlyInAnyOrder("before", "paused", "after", "last");
            assertThat(log.delivered()).containsExactly("before", "after", "last");
        }
    }
}
