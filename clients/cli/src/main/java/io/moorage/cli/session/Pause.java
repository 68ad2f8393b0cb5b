package io.moorage.cli.session;

import java.time.Duration;

/** Waiting for a while; tests let time pass by themselves. */
@FunctionalInterface
public interface Pause {
    void of(Duration duration);

    /** In real time. */
    static void real(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
