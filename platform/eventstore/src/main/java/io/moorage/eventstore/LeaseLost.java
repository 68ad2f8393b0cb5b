package io.moorage.eventstore;

/** Another instance has taken over meanwhile; what this one was about to do is left to it. */
final class LeaseLost extends RuntimeException {
    LeaseLost(String work) {
        super(work + " is done by another instance", null, false, false);
    }
}
