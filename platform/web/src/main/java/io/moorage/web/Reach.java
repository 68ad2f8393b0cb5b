package io.moorage.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a caller's access reaches: all services of an account, or chosen ones of them. Whatever looks services up for a
 * caller takes this and not the account alone, so that none is shown by mistake.
 *
 * @param services ids of the chosen ones; null for all
 */
public record Reach(String account, @Nullable Set<String> services) {

    /** For what acts for the account itself. */
    public static Reach everything(String account) {
        return new Reach(account, null);
    }

    public boolean covers(String service) {
        return services == null || services.contains(service);
    }

    /** For a query: {@code (:services::text[] is null or id = any(:services::text[]))}. */
    public String @Nullable [] ids() {
        return services == null ? null : services.toArray(String[]::new);
    }
}
