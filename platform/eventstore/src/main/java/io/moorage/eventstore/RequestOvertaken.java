package io.moorage.eventstore;

/** A request with the same {@link RequestKey} took effect first; this one did nothing and gets the other's answer. */
public final class RequestOvertaken extends RuntimeException {
    RequestOvertaken() {
        super("A request with the same key took effect first");
    }
}
