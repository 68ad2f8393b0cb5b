package io.moorage.launcher;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps an eye on the parts from the foreground. */
record Watch(Home home, Console console, Starter starter) {
    private static final long PAUSE_MS = 1000;

    /** Tells of parts that end by themselves, once each; the others go on. Only the launcher's own end ends it. */
    void over(List<String> parts) {
        Running running = new Running(home);
        Set<String> told = new HashSet<>();
        while (true) {
            Shell.pause(PAUSE_MS);
            for (String part : parts) {
                boolean gone = running.process(part).isEmpty() && !running.isStopped(part);
                if (!gone) {
                    told.remove(part);
                } else if (!starter.isStopping() && told.add(part)) {
                    console.line(starter.died(part, "ended by itself; `./moorage start " + part + "` starts it again"));
                }
            }
        }
    }
}
