package io.moorage.inventory.action.driver.power;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A program of the operating system that speaks to machines. It is killed when it takes too long. */
public final class Program {
    /** Two fit into a step. */
    private static final Duration LIMIT = Duration.ofMillis(1900);

    private static final int AT_ONCE = 32;
    private static final Semaphore RUNNING = new Semaphore(AT_ONCE);

    private Program() {}

    /**
     * @param environment added to the path, which is all else that the program gets to know of ours; for secrets, since
     *     every user of this computer can see a command line
     * @throws DriverTrouble if it isn't installed, doesn't end in time, or too many run already
     */
    public static Output run(List<String> command, Map<String, String> environment) {
        try {
            if (!RUNNING.tryAcquire(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                throw trouble(command, "has to wait for others");
            try {
                return ended(started(command, environment), command);
            } finally {
                RUNNING.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble(command, "was stopped");
        }
    }

    private static Process started(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String path = builder.environment().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw trouble(command, "can't be started");
        }
    }

    /** What such programs print fits into the pipe, so that it can be read after their end. */
    private static Output ended(Process process, List<String> command) throws InterruptedException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) throw trouble(command, "doesn't end");
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.exitValue(), text.strip());
        } catch (IOException e) {
            throw trouble(command, "can't be read");
        } finally {
            process.destroyForcibly();
        }
    }

    private static DriverTrouble trouble(List<String> command, String what) {
        return new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, command.getFirst() + " " + what);
    }

    public record Output(int exit, String text) {}
}
