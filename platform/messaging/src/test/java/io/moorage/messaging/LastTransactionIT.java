package io.moorage.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.Commands;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestPostgres;
import io.moorage.testkit.TestTopic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A broker that was killed has the last transaction for complete, and some partitions were never told of its end: their
 * logs have its records, and not the marker that follows them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LastTransactionIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ATTRIBUTES = 21; // of a batch: after its offset, length, leader epoch, magic and checksum
    private static final int CONTROL = 0x20;

    private TestKafka kafka;
    private String database;
    private TestTopic published;

    @BeforeAll
    void a_broker_of_its_own() {
        kafka = TestKafka.startOwn();
        database = TestPostgres.freshDatabase();
        published = new TestTopic(kafka.bootstrap(), "moorage.billing");
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        kafka.close();
    }

    private enum Untold {
        EVENTS,
        POSITION,
        BOTH
    }

    @ParameterizedTest
    @EnumSource
    void its_events_are_in_the_committed_view_once_and_in_order(Untold untold) throws Exception {
        String note = "note-" + untold;
        try (ConfigurableApplicationContext service = NoteApplication.start(database, kafka.bootstrap())) {
            write(service, note, 3);
            await().atMost(SOON).untilAsserted(() -> assertThat(lines(note)).containsExactly(1, 2, 3));
        }
        kafka.kill();
        if (untold != Untold.POSITION) cutOffMarker(kafka.log("moorage.billing", partitionOf(note)));
        if (untold != Untold.EVENTS) cutOffMarker(kafka.log("moorage.billing.position", 0));
        kafka.restart();
        assertThat(lines(note)).hasSizeLessThanOrEqualTo(untold == Untold.POSITION ? 3 : 2);

        try (ConfigurableApplicationContext service = NoteApplication.start(database, kafka.bootstrap())) {
            write(service, note, 2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(lines(note)).contains(5).hasSizeGreaterThanOrEqualTo(5));
        }
        assertThat(lines(note)).containsExactly(1, 2, 3, 4, 5);
    }

    private static void write(ConfigurableApplicationContext service, String note, int times) {
        IntStream.range(0, times).forEach(i -> service.getBean(Commands.class).send(new Note.Write(note)));
    }

    private List<Integer> lines(String note) {
        return published.all(received -> received.key().equals(note)).stream()
                .map(received -> Integer.valueOf(received.value().replaceFirst(".*\"topUpId\":\"(\\d+)\".*", "$1")))
                .toList();
    }

    /** As producers choose it. */
    private static int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 12;
    }

    private static void cutOffMarker(Path log) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long last = 0;
            for (long batch = 0; batch < file.size(); batch += 12 + intAt(file, batch + 8)) last = batch;
            assertThat(intAt(file, last + ATTRIBUTES - 2) & CONTROL)
                    .as("the log ends with a marker")
                    .isEqualTo(CONTROL);
            file.truncate(last);
        }
    }

    private static int intAt(FileChannel file, long place) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(Integer.BYTES);
        file.read(read, place);
        return read.getInt(0);
    }
}
