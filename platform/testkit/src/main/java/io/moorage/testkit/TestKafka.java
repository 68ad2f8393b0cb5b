package io.moorage.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker in a process of its own, as {@code kafka.Kafka} runs in production. Tests share one; a test that
 * takes the broker away starts another for itself, stops and starts it.
 */
public final class TestKafka implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final int portBehindProxy;
    private Process process;

    private TestKafka(int proxyPort) {
        try {
            home = Files.createTempDirectory("moorage-kafka");
            port = TestPorts.free();
            portBehindProxy = TestPorts.free();
            Files.writeString(
                    home.resolve("server.properties"),
                    configuration(port, TestPorts.free(), portBehindProxy, proxyPort, home.resolve("data")));
            run(
                            "format",
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            "4L6g3nShT-eMCtK--X86sw",
                            "-c",
                            home.resolve("server.properties").toString())
                    .waitFor();
            process = startBroker();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The broker that the tests of a run share. */
    public static String sharedBootstrap() {
        return Shared.INSTANCE.bootstrap();
    }

    public static TestKafka startOwn() {
        return new TestKafka(0);
    }

    /**
     * A broker for clients that reach it through a proxy: who asks on {@link #portBehindProxy()} is sent to the proxy's
     * port for everything that follows, others speak to the broker itself.
     */
    public static TestKafka startOwnBehind(int proxyPort) {
        return new TestKafka(proxyPort);
    }

    public int portBehindProxy() {
        return portBehindProxy;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Ends the broker as an outage would: at once, nothing said to anybody. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the broker again on what it had stored. */
    public void restart() throws IOException, InterruptedException {
        process = startBroker();
    }

    /** Where the broker keeps what a partition holds; to be changed only while it is away. */
    public Path log(String topic, int partition) {
        return home.resolve("data").resolve(topic + "-" + partition).resolve("00000000000000000000.log");
    }

    private Process startBroker() throws IOException, InterruptedException {
        Process started =
                run("broker", "kafka.Kafka", home.resolve("server.properties").toString());
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(limit))
                throw new IllegalStateException(
                        "Kafka does not start: " + Files.readString(home.resolve("broker.log")));
        }
        return started;
    }

    private boolean answers() throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Process run(String log, String... mainAndArguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(mainAndArguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log + ".log").toFile())
                .start();
    }

    private static String configuration(int port, int controllerPort, int portBehindProxy, int proxyPort, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d,PROXIED://127.0.0.1:%3$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,PROXIED://127.0.0.1:%4$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%5$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                # A transaction that begins while the one before is being completed is let in a millisecond later, not 20.
                add.partitions.to.txn.retry.backoff.ms=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, portBehindProxy, proxyPort == 0 ? portBehindProxy : proxyPort, data);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static final class Shared {
        static final TestKafka INSTANCE = start();

        private static TestKafka start() {
            TestKafka kafka = new TestKafka(0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    kafka.close();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            return kafka;
        }
    }
}
