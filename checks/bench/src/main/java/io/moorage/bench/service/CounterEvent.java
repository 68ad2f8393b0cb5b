package io.moorage.bench.service;

/** What can have happened to a counter. */
public sealed interface CounterEvent {
    record Counted(String id, long value, String token) implements CounterEvent {}
}
