package io.moorage.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** Reads a topic as a subscriber does, committed records only, with Kafka's own console consumer. */
record CommittedEvents(Home home, String bootstrap) {

    /** The first record from the topic's beginning that fits: its headers, a tab, its value. Waits until there is one. */
    String await(String topic, Predicate<String> wanted) throws IOException {
        List<String> words = List.of(
                Command.javaProgram(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Kafka.classpath(home),
                "org.apache.kafka.tools.consumer.ConsoleConsumer",
                "--bootstrap-server",
                bootstrap,
                "--topic",
                topic,
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--formatter-property",
                "print.headers=true",
                "--command-property",
                "enable.auto.commit=false");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        // It waits for ever where the topic stays silent: whoever gives up on the waiting ends it.
        Thread waiting = Thread.currentThread();
        Thread.ofVirtual().start(() -> endWith(waiting, process));
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            throw new Trouble("The consumer of " + topic + " ended.");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void endWith(Thread waiting, Process process) {
        while (process.isAlive()) {
            if (waiting.isInterrupted() || !waiting.isAlive()) {
                process.destroyForcibly();
            }
            Shell.pause(200);
        }
    }
}
