package io.moorage.account.activity;

import io.moorage.account.activity.ActivityCommand.CheckpointActivity;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Conflicts;
import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells others where action logs stand that have grown, in one replica at a time. */
@Component
class CheckpointGrownLogs {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Commands commands;
    private final Leases leases;
    private final Clock clock;

    CheckpointGrownLogs(JdbcClient jdbc, Commands commands, Leases leases, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${moorage.activity.checkpoint-every}")
    void sweep() {
        if (!leases.hold("checkpoint grown logs")) return;
        String after = "";
        List<Grown> page;
        do {
            page = grown(after);
            page.forEach(this::checkpoint);
            if (!page.isEmpty()) after = page.getLast().account;
        } while (page.size() == AT_ONCE);
    }

    private void checkpoint(Grown log) {
        String hash = HexFormat.of().formatHex(log.hash);
        Boolean told = commands.send(new CheckpointActivity(log.account, log.n, hash, clock.instant()));
        if (Boolean.TRUE.equals(told)) settle(log);
    }

    private List<Grown> grown(String after) {
        return jdbc.sql("select account, n, hash from activity_head where due and account > ? order by account limit ?")
                .params(after, AT_ONCE)
                .query((row, index) -> new Grown(row.getString("account"), row.getLong("n"), row.getBytes("hash")))
                .list();
    }

    /** Unless it has grown again meanwhile. */
    private void settle(Grown log) {
        Conflicts.retried(() -> jdbc.sql("update activity_head set due = false where account = ? and n = ?")
                .params(log.account, log.n)
                .update());
    }

    private record Grown(String account, long n, byte[] hash) {}
}
