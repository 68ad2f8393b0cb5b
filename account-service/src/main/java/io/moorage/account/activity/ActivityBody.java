package io.moorage.account.activity;

import io.moorage.account.activity.Entry.Personal;
import io.moorage.web.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it is shown. */
@Schema(name = "Activity", description = "An action by a user for an account, refused ones too.")
record ActivityBody(
        UUID id,

        @Schema(description = "Its number in the account's log.")
        long n,

        Instant at,
        User user,

        @Schema(description = "Whether the provider's staff did it for the account.")
        boolean staff,

        @Schema(description = "The account it was done for.")
        String account,

        @Schema(description = "The log-in it was done in; empty for a token without one.")
        String session,

        @Schema(description = "Whether that is the log-in that asks now.")
        boolean current,

        @Schema(description = "Where it was asked from; empty once erased.")
        String address,

        @Schema(example = "server-reboot") String action,

        @Schema(description = "What it was aimed at, such as a server's number; empty where that says nothing.")
        String target,

        @Schema(
                allowableValues = {"succeeded", "refused", "failed", "unknown"},
                description = "Unknown if no answer was seen: it may have taken effect.")
        String outcome,

        @Schema(description = "The problem's code, if it was one.") @Nullable
        String code,

        @Schema(description = "HTTP's status, if an answer was seen.") @Nullable
        Integer status,

        @Schema(description = "The id that the request and its events have in common.")
        String correlation) {

    static ActivityBody of(Entry entry, Caller caller) {
        Personal personal = entry.personal();
        return new ActivityBody(
                entry.id(),
                entry.n(),
                entry.at(),
                new User(entry.user(), personal == null ? "" : personal.login()),
                !entry.capacity().isEmpty(),
                entry.account(),
                entry.session(),
                entry.session().equals(sessionOf(caller)) && entry.user().equals(caller.userId()),
                personal == null ? "" : personal.address(),
                entry.action(),
                entry.target(),
                Outcome.of(entry.status()).code(),
                entry.code(),
                entry.status(),
                entry.correlation());
    }

    static String sessionOf(Caller caller) {
        String session = caller.session();
        return session == null ? "" : session;
    }

    /** @param login empty once erased */
    @Schema(name = "ActivityUser")
    record User(String id, String login) {}
}
