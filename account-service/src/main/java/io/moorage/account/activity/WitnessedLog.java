package io.moorage.account.activity;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.account.activity.ActivityCommand.CheckpointActivity;
import io.moorage.account.activity.ActivityEvent.ActivityCheckpointed;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What others were told of an account's action log. */
@AggregateRoot(type = "witnessed-log")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
class WitnessedLog {
    static final Duration PAUSE = Duration.ofMinutes(1);

    @AggregateIdentifier
    private String logId;

    private long entries;
    private Instant at = Instant.MIN;

    WitnessedLog() {}

    /** @return whether others know of so many entries now; not before a minute has passed since the last time */
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    boolean decide(CheckpointActivity checkpoint) {
        if (checkpoint.entries() <= entries) return true;
        if (checkpoint.at().minus(PAUSE).isBefore(at)) return false;
        apply(new ActivityCheckpointed(
                checkpoint.logId(), checkpoint.account(), checkpoint.entries(), checkpoint.hash(), checkpoint.at()));
        return true;
    }

    @EventSourcingHandler
    void evolve(ActivityCheckpointed event) {
        logId = event.logId();
        entries = event.entries();
        at = event.at();
    }
}
