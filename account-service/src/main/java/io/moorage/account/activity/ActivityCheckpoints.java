package io.moorage.account.activity;

import io.moorage.account.activity.ActivityEvent.ActivityCheckpointed;
import io.moorage.eventstore.WithCommand;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others were told of the accounts' action logs. */
@WithCommand(tables = "activity_checkpoint")
class ActivityCheckpoints {
    private final JdbcClient jdbc;

    ActivityCheckpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ActivityCheckpointed event) {
        jdbc.sql("insert into activity_checkpoint (account, entries, hash, at) values (?, ?, ?, ?)")
                .params(event.account(), event.entries(), event.hash(), Timestamp.from(event.at()))
                .update();
    }

    /** The hash of the last entry, by how many there were. */
    Map<Long, String> of(String account) {
        Map<Long, String> hashes = new HashMap<>();
        jdbc.sql("select entries, hash from activity_checkpoint where account = ?")
                .param(account)
                .query(row -> {
                    hashes.put(row.getLong("entries"), row.getString("hash"));
                });
        return hashes;
    }
}
