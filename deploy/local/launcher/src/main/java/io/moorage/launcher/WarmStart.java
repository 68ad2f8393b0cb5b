package io.moorage.launcher;

/** P9: from {@code ./moorage up} on data that are there until all is healthy, beside Keycloak's start without the others. */
final class WarmStart {
    private static final String KEYCLOAK = "keycloak";

    private final OwnStack stack;

    WarmStart(OwnStack stack) {
        this.stack = stack;
    }

    Pairs measure(int pairs) {
        Pairs measured = new Pairs("P9", "./moorage up, warm, until all is healthy", "s", "Keycloak's own start");
        stack.moorage("up", "--detach", "--clean");
        stack.down();
        for (int pair = 0; pair < pairs; pair++) {
            long begin = System.nanoTime();
            stack.moorage("up", "--detach");
            double whole = (System.nanoTime() - begin) / 1e9;
            stack.down();
            stack.moorage("up", "--detach", "--only", KEYCLOAK);
            double alone = stack.startedInMs(KEYCLOAK) / 1e3;
            stack.down();
            measured.add(whole, alone);
        }
        return measured;
    }
}
