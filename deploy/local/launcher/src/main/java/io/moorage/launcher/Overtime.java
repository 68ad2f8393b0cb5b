package io.moorage.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends a program that hangs, with all that it started, and keeps what its JVMs were doing. */
final class Overtime implements AutoCloseable {
    private static final long DUMP_WITHIN_S = 20;

    private final Process process;
    private final Duration within;
    private final Path dump;
    private final Thread watch;
    private volatile boolean over;

    /** @param dump where the JVMs' threads are written if it comes to that */
    Overtime(Process process, Duration within, Path dump) {
        this.process = process;
        this.within = within;
        this.dump = dump;
        this.watch = Thread.ofVirtual().start(this::endIfLate);
    }

    void check() {
        if (over) {
            throw new Trouble("It took longer than " + within.toSeconds() + " s and was ended. What its JVMs were doing"
                    + " is in " + dump + "; their main threads:\n" + mainThreads());
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void endIfLate() {
        try {
            if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            return;
        }
        over = true;
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(this::dump);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void dump(ProcessHandle handle) {
        boolean java = handle.info()
                .command()
                .filter(command -> command.endsWith("/java"))
                .isPresent();
        if (!java) {
            return;
        }
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        File file = dump.toFile();
        try {
            Process printing = new ProcessBuilder(jcmd, Long.toString(handle.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                    .start();
            if (!printing.waitFor(DUMP_WITHIN_S, TimeUnit.SECONDS)) {
                printing.destroyForcibly();
            }
        } catch (IOException e) {
            return; // ended without a dump, then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String mainThreads() {
        if (!Files.exists(dump)) {
            return "(none)";
        }
        StringBuilder text = new StringBuilder();
        boolean inMain = false;
        try {
            for (String line : Files.readAllLines(dump)) {
                inMain = line.startsWith("\"main\"") || (inMain && !line.isBlank());
                if (inMain) {
                    text.append(line).append('\n');
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw Trouble.of("reading " + dump, e);
        }
    }
}
