package io.moorage.eventstore;

/** A command failed after some of what it wrote was sent, so that its whole transaction is lost. */
final class CannotTakeBack extends RuntimeException {
    private final RuntimeException reason;

    CannotTakeBack(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
