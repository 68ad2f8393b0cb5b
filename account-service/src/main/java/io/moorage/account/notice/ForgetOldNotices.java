package io.moorage.account.notice;

import io.moorage.eventstore.Leases;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes notices that are old, and that they were read, in one replica at a time. */
@Component
class ForgetOldNotices {
    private static final int AT_ONCE = 1000;
    private static final String FORGET = """
            with gone as (delete from notice where id in (select id from notice where at < ? order by at limit ?) returning id),
            unread as (delete from notice_read where notice in (select id from gone))
            select count(*) from gone
            """;

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Clock clock;
    private final Duration kept;

    ForgetOldNotices(JdbcClient jdbc, Leases leases, Clock clock, @Value("${moorage.notice.kept}") Duration kept) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "${moorage.notice.sweep-every}")
    void sweep() {
        if (!leases.hold("forget old notices")) return;
        Instant limit = clock.instant().minus(kept);
        while (forget(limit) == AT_ONCE) if (!leases.hold("forget old notices")) return;
    }

    private int forget(Instant limit) {
        return jdbc.sql(FORGET)
                .params(Timestamp.from(limit), AT_ONCE)
                .query(Integer.class)
                .single();
    }
}
