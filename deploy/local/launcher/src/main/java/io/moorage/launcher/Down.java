package io.moorage.launcher;

/** Stops all, whoever started it. */
record Down(Home home, Console console) {
    private static final long PATIENCE_MS = 90_000;

    void run() {
        boolean launcherEnded = Session.read(home)
                .filter(session -> session.mode() != Session.Mode.DETACHED)
                .map(Session::launcher)
                .filter(Pid::alive)
                .map(this::end)
                .orElse(false);
        Running running = new Running(home);
        if (running.alive().isEmpty()) {
            console.line(launcherEnded ? "Moorage is stopped." : "Nothing runs.");
        } else {
            new Stopper(home, console).stopAll();
            console.line("Moorage is stopped.");
        }
        running.forgetAll();
        Session.delete(home);
    }

    /** The launcher in the foreground stops its parts itself. */
    private boolean end(Pid launcher) {
        launcher.signal("TERM");
        return launcher.goneWithin(PATIENCE_MS);
    }
}
