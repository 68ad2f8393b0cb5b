package io.moorage.gateway.activity;

import io.moorage.contracts.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What one request is about, from its arrival on, while it becomes a row in the table. */
final class Activity {
    /** The attribute of an exchange that holds it. */
    static final String ATTRIBUTE = Activity.class.getName();

    private final UUID id = Uuid7.next();
    private final Instant at;
    private final String address;
    private final String correlation;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile ActionName action;

    Activity(ActionName action, Instant at, String address, String correlation) {
        this.action = action;
        this.at = at;
        this.address = address;
        this.correlation = correlation;
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String address() {
        return address;
    }

    String correlation() {
        return correlation;
    }

    ActionName action() {
        return action;
    }

    /** What the service says about it counts more than what the address tells. */
    void named(@Nullable String name, @Nullable String location) {
        action = action.named(name).aimedAtIfAtNothing(location);
    }

    void aimedAt(String target) {
        action = action.aimedAt(target);
    }

    /** True for the first who asks: a request has one row. */
    boolean note() {
        return noted.compareAndSet(false, true);
    }

    boolean isNoted() {
        return noted.get();
    }

    /** True for the first who asks: a row has one outcome. */
    boolean end() {
        return noted.get() && ended.compareAndSet(false, true);
    }
}
