package io.moorage.inventory.action;

import io.moorage.web.Problems;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An action as the API shows it.
 *
 * @param progress in percent
 * @param requestedBy the user, by id
 * @param cancellable whether asking to cancel it makes sense now
 * @param error why it didn't succeed
 */
@Schema(name = "ServerAction")
record ServerActionBody(
        String id,

        @Schema(allowableValues = {"power-on", "power-off", "reboot", "reinstall", "rescue-on", "rescue-off"})
        String type,

        String server,

        @Schema(allowableValues = {"requested", "running", "succeeded", "failed", "cancelled", "timed-out"})
        String state,

        int progress,
        @Nullable String image,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean cancellable,
        @Nullable Error error) {

    static ServerActionBody of(ServerActionList.Line line, Problems texts, Locale language) {
        return new ServerActionBody(
                line.id(),
                line.type(),
                line.server(),
                line.state().code(),
                line.progress(),
                line.image(),
                line.requestedBy(),
                line.requestedAt(),
                line.startedAt(),
                line.finishedAt(),
                line.cancellable() && !line.state().isOver(),
                line.fault() == null ? null : Error.of(line.fault(), texts, language));
    }

    /** @param detail a sentence in the caller's language */
    @Schema(name = "ServerActionError")
    record Error(String code, String detail) {
        static Error of(String code, Problems texts, Locale language) {
            return new Error(code, texts.field("", code, language).detail());
        }
    }
}
