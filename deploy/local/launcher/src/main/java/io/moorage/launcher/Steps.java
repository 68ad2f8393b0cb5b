package io.moorage.launcher;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Narrates each step with its time, and says which one failed. */
final class Steps {
    private final Setup setup;
    private final Console console;
    private final ExecutorService threads;
    private int number;

    Steps(Setup setup, Console console, ExecutorService threads) {
        this.setup = setup;
        this.console = console;
        this.threads = threads;
    }

    <T> T take(String what, Callable<T> step) {
        number++;
        long begin = System.nanoTime();
        Future<T> future = threads.submit(step);
        try {
            T result = future.get(Demo.LIMIT.toSeconds(), TimeUnit.SECONDS);
            console.line(String.format(
                    Locale.ROOT, "  ✓ %2d %-56s %6.2f s", number, what, (System.nanoTime() - begin) / 1e9));
            return result;
        } catch (TimeoutException e) {
            future.cancel(true);
            throw failed(what, "nothing after " + Demo.LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw failed(what, String.valueOf(e.getCause() instanceof Trouble trouble ? trouble.text() : e.getCause()));
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }

    private Trouble failed(String what, String why) {
        List<String> away = Status.now(setup).parts().stream()
                .filter(line -> !line.state().equals("ready"))
                .map(line -> line.name() + " (" + line.state() + ")")
                .toList();
        return new Trouble("  ✗ " + String.format(Locale.ROOT, "%2d", number) + " " + what + "\nStep "
                + number + " '" + what + "' failed: " + why
                + (away.isEmpty() ? "" : " Not ready: " + String.join(", ", away) + "."));
    }
}
