package io.moorage.eventstore;

/** Another instance has written to the aggregate since it was read; the commands are carried out again. */
final class StaleAggregate extends RuntimeException {
    StaleAggregate(String aggregateId) {
        super(aggregateId + " has changed meanwhile", null, false, false);
    }
}
