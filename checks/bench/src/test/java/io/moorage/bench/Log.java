package io.moorage.bench;

import java.time.Instant;
import java.util.List;

/** A log with writers and one reader, so that the same scenario can be played with ours and with the stock engine. */
interface Log extends AutoCloseable {

    /**
     * Appends one event of an aggregate of its own and commits once {@code beforeCommit} has returned.
     *
     * @param at the time by the writer's clock
     */
    void append(String id, Instant at, Runnable beforeCommit);

    default void append(String id, Instant at) {
        append(id, at, () -> {});
    }

    void startReader();

    /** Returns when the reader has read, or knows that it must not yet read, all that is committed. */
    void awaitReader();

    /** What the reader was given, in order. */
    List<String> delivered();

    /** What is stored, in the order of the log's own numbers. */
    List<String> stored();

    @Override
    void close();
}
