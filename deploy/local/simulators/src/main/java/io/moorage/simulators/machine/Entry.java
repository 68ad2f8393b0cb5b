package io.moorage.simulators.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the journal: all that a machine is follows from its lines. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Instructed.class, name = "instructed"),
    @JsonSubTypes.Type(value = Entry.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Entry.Effect.class, name = "effect"),
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Entry {
    String machine();

    Instant at();

    /** A test said how the machine's next operation is to go. */
    record Instructed(String machine, Instant at, Behaviour next) implements Entry {}

    /** The machine took an order. It is carried out from here on, whatever happens to the simulator's process. */
    record Accepted(
            String machine,
            Instant at,
            String operation,
            String type,
            @Nullable String image,
            long takesMs,
            Behaviour behaviour)
            implements Entry {}

    /**
     * It was really done.
     *
     * @param effect the operation's type
     * @param beside other operations that were running while this one was
     */
    record Effect(String machine, Instant at, String operation, String effect, List<String> beside) implements Entry {}

    /** The machine reports how it ended, true or not. */
    record Ended(
            String machine,
            Instant at,
            String operation,
            Operation.State state,
            @Nullable String error) implements Entry {}
}
