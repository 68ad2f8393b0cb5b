package io.moorage.simulators.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came to somebody's telephone.
 *
 * @param channel {@code sms} or {@code voice}
 * @param operator as {@code http-a}
 * @param language that a call was spoken in, {@code fr} or {@code en}; an SMS doesn't say
 */
public record PhoneMessage(
        String to,
        String channel,
        String operator,
        @Nullable String language,
        String text,
        String at) {
    static final String SMS = "sms";
    static final String VOICE = "voice";

    Instant received() {
        return Instant.parse(at);
    }

    /** The voices are named as {@code fr-FR}. */
    static @Nullable String language(@Nullable String voice) {
        return voice == null || voice.length() < 2 ? null : voice.substring(0, 2);
    }
}
