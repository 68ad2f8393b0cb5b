package io.moorage.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a service tells the others and the teams that subscribe. Part of the public interface: fields are added,
 * never renamed or removed, and never hold personal data, secrets or card data — references only.
 */
public interface PublicEvent {

    /** The account it is about, if it is about one. */
    default @Nullable String account() {
        return null;
    }
}
