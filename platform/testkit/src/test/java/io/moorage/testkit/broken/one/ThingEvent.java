package io.moorage.testkit.broken.one;

/** A stored event. */
public sealed interface ThingEvent {
    record Happened(String id) implements ThingEvent {}
}
