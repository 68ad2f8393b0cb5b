package io.moorage.eventstore;

/** Too many commands wait for one aggregate; the sender should try again a little later. */
public final class AggregateBusy extends RuntimeException {
    AggregateBusy(String aggregateId) {
        super("Too many commands wait for " + aggregateId);
    }
}
