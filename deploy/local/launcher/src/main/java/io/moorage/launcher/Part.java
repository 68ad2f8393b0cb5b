package io.moorage.launcher;

import java.util.Set;

/**
 * One process of the stack.
 *
 * @param after parts that must be ready before this one is started
 * @param port where it listens; others may stand in its environment
 * @param preparation what precedes its start, and then the program to run
 */
record Part(String name, Set<String> after, int port, Probe probe, Preparation preparation) {
    /** What must be done before a part's program can run. */
    @FunctionalInterface
    interface Preparation {
        Command prepare();
    }
}
