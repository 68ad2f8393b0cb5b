package io.moorage.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a program to its end, with our JDK, and keeps what it prints in a log.
 *
 * @param listener hears every line as it comes
 * @param within what takes longer hangs, and is ended
 */
record Tool(Home home, Map<String, String> environment, Consumer<String> listener, Duration within) {
    private static final int SHOWN = 15;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    Tool(Home home, Map<String, String> environment, Consumer<String> listener) {
        this(home, environment, listener, LONGEST);
    }

    static Tool quiet(Home home) {
        return new Tool(home, Map.of(), line -> {});
    }

    static Tool telling(Home home, Consumer<String> listener) {
        return new Tool(home, Map.of(), listener);
    }

    Tool within(Duration longest) {
        return new Tool(home, environment, listener, longest);
    }

    /** Throws {@link Trouble} with what the program said if it doesn't end well. */
    void run(String log, List<String> words, Path folder) {
        if (code(log, words, folder) != 0) {
            throw new Trouble("`" + String.join(" ", words) + "` failed. From " + home.log(log) + ":\n"
                    + new Logs(home).errors(log, SHOWN));
        }
    }

    int code(String name, List<String> words, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try (BufferedWriter log = Files.newBufferedWriter(new Logs(home).rotate(name))) {
            Process process = builder.start();
            Path threads = TestRun.fresh(home, name + ".threads");
            try (Overtime overtime = new Overtime(process, within, threads);
                    BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line : (Iterable<String>) output.lines()::iterator) {
                    log.write(line + "\n");
                    listener.accept(line);
                }
                int code = process.waitFor();
                overtime.check();
                return code;
            }
        } catch (IOException e) {
            throw Trouble.of("running " + words.getFirst(), e);
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }
}
