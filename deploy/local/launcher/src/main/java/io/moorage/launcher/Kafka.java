package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Kafka: one broker that is its own controller. */
record Kafka(Setup setup) implements Part.Preparation {

    @Override
    public Command prepare() {
        Path folder = setup.home().data("kafka");
        Path settings = setup.home().run().resolve("kafka.properties");
        Path logging = setup.home().run().resolve("kafka-log4j2.properties");
        try {
            Files.createDirectories(folder);
            Files.writeString(settings, settings(folder));
            Files.writeString(logging, LOGGING);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(settings);
            }
        } catch (IOException e) {
            throw Trouble.of("preparing Kafka", e);
        }
        return Command.java(
                "384m",
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + logging,
                        "-cp",
                        classpath(setup.home()),
                        "kafka.Kafka",
                        settings.toString()),
                Map.of(),
                folder);
    }

    /** All jars of the broker and its tools. */
    static String classpath(Home home) {
        return home.packages("kafka") + "/*";
    }

    private void format(Path settings) {
        String output = Shell.output(
                Command.javaProgram(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(setup.home()),
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                clusterId(),
                "--config",
                settings.toString());
        if (output.isEmpty()) {
            throw new Trouble("Kafka's storage could not be formatted; are its jars in "
                    + setup.home().packages("kafka") + "?");
        }
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Replication 1 throughout, or transactions would wait for brokers that never come. Events are kept for ever. */
    private String settings(Path folder) {
        int broker = setup.ports().get("kafka");
        int controller = setup.ports().get("kafka-controller");
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=12
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                # A transaction that begins while the one before is being completed is let in a millisecond later, not 20.
                add.partitions.to.txn.retry.backoff.ms=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                log.retention.bytes=-1
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=8388608
                log.cleaner.io.buffer.size=262144
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                """.formatted(broker, controller, folder);
    }

    private static final String LOGGING = """
            status=error
            appender.out.type=Console
            appender.out.name=out
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{ISO8601} %-5p %c{1}: %m%n
            rootLogger.level=warn
            rootLogger.appenderRef.out.ref=out
            logger.server.name=kafka.server
            logger.server.level=info
            logger.config.name=org.apache.kafka.common.config
            logger.config.level=warn
            """;
}
