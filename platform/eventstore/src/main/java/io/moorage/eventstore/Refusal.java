package io.moorage.eventstore;

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

    /** Why it is refused: no such thing, the state forbids it now, a rule forbids it always, or the sender isn't who it says. */
    enum Kind {
        NOT_FOUND,
        CONFLICT,
        RULE,
        UNAUTHENTIC
    }
}
