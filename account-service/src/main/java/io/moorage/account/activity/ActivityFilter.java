package io.moorage.account.activity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an account's log are wanted; null for whatever doesn't matter.
 *
 * @param actor the one user whose entries may be seen at all, by id
 * @param user id or login
 */
record ActivityFilter(
        String account,
        @Nullable String actor,
        @Nullable String user,
        @Nullable String session,
        @Nullable Outcome outcome,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Holds names of parameters only, never what a caller sent. */
    String condition() {
        StringJoiner all = new StringJoiner(" and ").add("account = :account");
        if (actor != null) all.add("user_id = :actor");
        if (user != null) all.add("(user_id = :user or login = :user)");
        if (session != null) all.add("session = :session");
        if (outcome != null) all.add(outcome.condition());
        if (action != null) all.add("action = :action");
        if (from != null) all.add("at >= :from");
        if (to != null) all.add("at < :to");
        return all.toString();
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("account", account);
        all.put("actor", actor);
        all.put("user", user);
        all.put("session", session);
        all.put("action", action);
        all.put("from", from == null ? null : Timestamp.from(from));
        all.put("to", to == null ? null : Timestamp.from(to));
        return all;
    }
}
