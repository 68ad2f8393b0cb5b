package io.moorage.account.activity;

import static io.moorage.account.activity.ActivityBody.sessionOf;

import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Malformed;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to see.
 *
 * @param session {@code current}, {@code all}, or the id of a session
 * @param user id or login
 */
record ActivityWish(
        @Parameter(description = "current (without it), all, or the id of a log-in.") @Nullable
        String session,

        @Parameter(description = "A user's id or login.") @Nullable
        String user,

        @Parameter(schema = @Schema(allowableValues = {"succeeded", "refused", "failed", "unknown"})) @Nullable
        String outcome,

        @Parameter(example = "server-reboot") @Nullable String action,

        @Parameter(description = "Not before.") @Nullable Instant from,

        @Parameter(description = "Before.") @Nullable Instant to) {

    /** Who doesn't manage the account sees nothing but their own. */
    ActivityFilter filter(Caller caller) {
        boolean thisOne = session == null || session.equals("current");
        boolean seesAll = caller.permissions().contains(Permission.ACCOUNT_MANAGE.code());
        return new ActivityFilter(
                caller.actingAccount(),
                seesAll && !thisOne ? null : caller.userId(),
                user,
                thisOne ? sessionOf(caller) : "all".equals(session) ? null : session,
                outcome == null ? null : Outcome.named(outcome).orElseThrow(() -> new Malformed("outcome-unknown")),
                action,
                from,
                to);
    }
}
