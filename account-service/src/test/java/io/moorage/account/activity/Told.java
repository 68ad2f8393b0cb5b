package io.moorage.account.activity;

import io.moorage.contracts.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An account of its own for a test, and what gateways tell about it. */
final class Told {
    static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456Z");
    private static final AtomicInteger LAST = new AtomicInteger();

    final String account = "qa%05d-mo".formatted(LAST.incrementAndGet());

    Activity activity(String user, String session, String action, @Nullable Integer status, Instant at) {
        return activity(Uuid7.next(), account, user, session, action, status, at);
    }

    Activity activity(String action, @Nullable Integer status) {
        return activity("u-1", "sid-1", action, status, AT);
    }

    Activity byStaff(String action) {
        return new Activity(
                Uuid7.next(),
                AT,
                "u-1",
                "robin",
                "staff",
                account,
                "sid-1",
                "203.0.113.7",
                action,
                "10427",
                200,
                null,
                "c-1");
    }

    static Activity activity(
            UUID id,
            @Nullable String account,
            String user,
            String session,
            String action,
            @Nullable Integer status,
            Instant at) {
        String code = status != null && status >= 400 ? "server-busy" : null;
        String login = user + "@login";
        return new Activity(
                id, at, user, login, null, account, session, "203.0.113.7", action, "10427", status, code, "c-" + id);
    }
}
