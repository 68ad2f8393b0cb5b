package io.moorage.account.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log. */
@Component
class ActivityList {
    private final JdbcClient jdbc;

    ActivityList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, after the entry with that number. */
    List<Entry> page(ActivityFilter filter, @Nullable Long after, int limit) {
        return jdbc.sql("select * from activity where " + filter.condition()
                        + " and n < :after order by n desc limit :limit")
                .params(filter.parameters())
                .param("after", after == null ? Long.MAX_VALUE : after)
                .param("limit", limit)
                .query(Entry::read)
                .list();
    }
}
