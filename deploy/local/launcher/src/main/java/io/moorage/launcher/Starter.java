package io.moorage.launcher;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts parts, each as soon as those it needs are ready. */
final class Starter {
    private static final long PATIENCE_MS = 240_000;
    private static final int TAIL = 15;

    private final Home home;
    private final Running running;
    private final Logs logs;
    private final Console console;
    private boolean stopping;

    Starter(Home home, Console console) {
        this.home = home;
        this.running = new Running(home);
        this.logs = new Logs(home);
        this.console = console;
    }

    /** No part is launched after this: what is to be stopped is then known completely. */
    synchronized void stopLaunching() {
        stopping = true;
    }

    /** Starts all and returns once all are ready; the first that isn't ends the wait with its reason. */
    void start(List<Part> parts) {
        Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts) {
                CompletableFuture<?>[] needed = parts.stream()
                        .filter(other -> part.after().contains(other.name()))
                        .map(other -> started.get(other.name()))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture<Void> start =
                        CompletableFuture.allOf(needed).thenRunAsync(() -> start(part), threads);
                start.whenComplete(
                        (done, error) -> Optional.ofNullable(error).ifPresent(failed::completeExceptionally));
                started.put(part.name(), start);
            }
            await(started, failed);
        }
    }

    private void await(Map<String, CompletableFuture<Void>> started, CompletableFuture<Void> failed) {
        CompletableFuture<Void> all = CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
        long begin = System.nanoTime();
        while (true) {
            try {
                CompletableFuture.anyOf(all, failed).get(15, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                List<String> waiting = new ArrayList<>();
                started.forEach((name, start) -> {
                    if (!start.isDone()) {
                        waiting.add(name);
                    }
                });
                console.line("    waiting for " + String.join(", ", waiting) + " ("
                        + (System.nanoTime() - begin) / 1_000_000_000 + " s)");
            } catch (java.util.concurrent.ExecutionException e) {
                stopLaunching();
                throw reason(e);
            } catch (InterruptedException e) {
                stopLaunching();
                throw Shell.interrupted(e);
            }
        }
    }

    /** What a part's start failed of stands below what the threads wrapped around it. */
    private static Trouble reason(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (thrown instanceof Trouble trouble) {
            return trouble;
        }
        return cause == null ? new Trouble("Failed: " + thrown, thrown) : reason(cause);
    }

    /** Starts one part and waits until it is ready. */
    void start(Part part) {
        long begin = System.nanoTime();
        Command command = part.preparation().prepare();
        Process process = launch(part.name(), command);
        while (!part.probe().isReady()) {
            long elapsed = (System.nanoTime() - begin) / 1_000_000;
            if (!process.isAlive()) {
                running.forget(part.name());
                throw new Trouble(died(part.name(), "ended with code " + process.exitValue() + " before it was ready"));
            }
            if (elapsed > PATIENCE_MS) {
                throw new Trouble(died(part.name(), "isn't ready after " + PATIENCE_MS / 1000 + " s"));
            }
            if (isStopping()) {
                throw new Trouble(part.name() + " wasn't ready yet when everything was stopped.");
            }
            Shell.pause(100);
        }
        long elapsed = (System.nanoTime() - begin) / 1_000_000;
        running.markReady(part.name(), elapsed);
        console.part(true, part.name(), "ready", elapsed, "127.0.0.1:" + part.port());
    }

    /** One line on what happened, and the end of the part's log. */
    String died(String part, String what) {
        String tail = logs.tail(part, TAIL);
        String disk = Trouble.isDiskFull(tail)
                ? " (the disk is full: free some space, or move the data with MOORAGE_HOME)"
                : "";
        String end = tail.isBlank() ? " Its log is empty." : " The end of " + home.log(part) + ":\n" + tail;
        return part + " " + what + disk + "." + end;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized Process launch(String part, Command command) {
        if (stopping) {
            throw new Trouble(part + " wasn't started, as everything is being stopped.");
        }
        running.forget(part);
        File log = logs.rotate(part).toFile();
        List<String> words = new ArrayList<>(
                List.of("sh", "-c", Pid.RECORD_AND_BECOME, running.pidFile(part).toString()));
        // In a session of its own a part doesn't hear the terminal's Ctrl-C: it is stopped by us, once and in order.
        Shell.find("setsid").ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(command.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("MOORAGE_"));
        builder.environment().putAll(new HashMap<>(command.environment()));
        try {
            Process process = builder.start();
            // Only what is recorded can be stopped, so nothing goes on before it is.
            while (process.isAlive() && Pid.recorded(running.pidFile(part)).isEmpty()) {
                Shell.pause(2);
            }
            return process;
        } catch (IOException e) {
            throw Trouble.of("starting " + part, e);
        }
    }
}
