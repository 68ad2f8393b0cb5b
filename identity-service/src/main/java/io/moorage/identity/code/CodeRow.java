package io.moorage.identity.code;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code as it is kept.
 *
 * @param hash null once too many tries were wrong
 * @param operator who carried it; null until somebody did
 */
record CodeRow(
        UUID challenge,
        String userId,
        String number,
        byte @Nullable [] hash,
        int tries,
        @Nullable String operator,
        Instant sentAt,
        Instant expiresAt,
        Instant otherWaysAt) {

    /** Nothing of a person, nor of a code. */
    @Override
    public String toString() {
        return "CodeRow " + challenge;
    }
}
