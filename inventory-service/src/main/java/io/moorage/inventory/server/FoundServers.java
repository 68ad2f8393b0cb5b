package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerBody.Row;
import io.moorage.web.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of an account's servers, filtered, in an order, a page at a time; fast however many there are. */
@Component
class FoundServers {
    /** So many are looked up by number and sorted in a few dozen milliseconds. */
    private static final int FEW = 10_000;

    private final JdbcClient jdbc;
    private final int few;

    @Autowired
    FoundServers(JdbcClient jdbc) {
        this(jdbc, FEW);
    }

    FoundServers(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    /** Those that the filter lets through, in that order, after that place. */
    List<Row> page(Reach reach, ServerFilter filter, ServerSort sort, ServerSort.@Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("account", reach.account());
        if (reach.services() != null) parameters.put("reach", reach.ids());
        parameters.put("limit", limit);
        if (after != null) parameters.putAll(after.parameters());
        ServerSearch search = filter.search();
        String sql = "select * from server where account = :account"
                + (reach.services() == null ? "" : " and number = any(:reach::text[])")
                + filter.condition()
                + (search == null ? "" : found(search, parameters))
                + (after == null ? "" : " and " + sort.after())
                + " order by " + sort.order() + " limit :limit";
        return jdbc.sql(sql).params(parameters).query(Row::of).list();
    }

    /** Few that match are sorted; when many do, the first in order are looked at until the page is full. */
    private String found(ServerSearch search, Map<String, Object> parameters) {
        parameters.putAll(search.parameters());
        parameters.put("most", few + 1);
        List<String> numbers = jdbc.sql(search.numbers())
                .params(parameters)
                .query((row, index) -> row.getString(1))
                .list();
        if (numbers.size() > few) return search.condition();
        parameters.put("numbers", "{" + String.join(",", numbers) + "}");
        return " and number = any(:numbers::text[])";
    }
}
