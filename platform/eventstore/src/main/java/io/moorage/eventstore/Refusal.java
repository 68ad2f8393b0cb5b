package io.moorage.eventstore;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception implements that says no to a wish, for a reason that the person who wished it can understand. The
 * code is part of the public interface and names the texts shown, in French and English.
 */
public interface Refusal {

    /** In kebab-case, as {@code amount-below-minimum}. */
    String code();

    Kind kind();

    /** What the text mentions, in its order. */
    default Object[] arguments() {
        return new Object[0];
    }

    /** What in the request is at fault, as a JSON pointer; empty if it isn't one part. */
    default String pointer() {
        return "";
    }

    /** What the answer tells besides its texts, by name, such as the id of what stands in the way. */
    default Map<String, Object> members() {
        return Map.of();
    }

    /** After how long the same wish may be granted; null if waiting alone changes nothing. */
    default @Nullable Duration retryAfter() {
        return null;
    }

    /**
     * Why it is refused: no such thing, the state forbids it now, a rule forbids it always, the sender isn't who it
     * says, or doesn't hold the role that it takes, it was wished too often, or what it takes is away.
     */
    enum Kind {
        NOT_FOUND,
        CONFLICT,
        RULE,
        UNAUTHENTIC,
        FORBIDDEN,
        TOO_OFTEN,
        UNAVAILABLE
    }
}
