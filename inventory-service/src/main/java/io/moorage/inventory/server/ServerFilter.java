package io.moorage.inventory.server;

import io.moorage.web.Malformed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which servers of an account a list shows.
 *
 * @param condition SQL to be added to a query of the table {@code server}; nothing in it comes from the caller
 * @param parameters what the caller gave, by name
 */
record ServerFilter(
        String condition,
        Map<String, Object> parameters,
        @Nullable ServerSearch search) {
    private static final String OVERDUE = "overdue";
    private static final List<String> STATUSES = List.of("provisioning", "active", "suspended", "cancelled");
    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9-]{1,20}");

    /**
     * @param status a status of a server's life, or {@code overdue}
     * @throws Malformed with {@code filter-invalid}
     */
    static ServerFilter of(@Nullable String location, @Nullable String status, @Nullable String search) {
        StringBuilder condition = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (location != null && !location.isEmpty()) {
            require(LOCATION.matcher(location).matches());
            condition.append(" and location = :location");
            parameters.put("location", location.toUpperCase(Locale.ROOT));
        }
        if (OVERDUE.equals(status)) condition.append(" and overdue");
        else if (status != null && !status.isEmpty()) {
            require(STATUSES.contains(status));
            condition.append(" and status = :status");
            parameters.put("status", status);
        }
        return new ServerFilter(condition.toString(), parameters, search == null ? null : ServerSearch.of(search));
    }

    private static void require(boolean isValid) {
        if (!isValid) throw new Malformed("filter-invalid");
    }
}
