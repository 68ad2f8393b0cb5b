package io.moorage.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The requests that took effect under a key, and their answers; kept for seven days. */
class RequestKeys {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;

    RequestKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answer null while the request is being carried out, or if its answer was lost */
    record Known(
            String bodyHash,
            List<String> ids,
            Instant at,
            @Nullable Answer answer) {}

    record Answer(
            int status, @Nullable String location, @Nullable String contentType, byte[] body) {}

    Optional<Known> find(String key) {
        return jdbc.sql("select * from request_key where key = ?")
                .param(key)
                .query((row, index) -> {
                    int status = row.getInt("status");
                    Answer answer = row.wasNull()
                            ? null
                            : new Answer(
                                    status,
                                    row.getString("location"),
                                    row.getString("content_type"),
                                    row.getBytes("answer"));
                    List<String> ids =
                            Arrays.asList((String[]) row.getArray("ids").getArray());
                    return new Known(
                            row.getString("body_hash"),
                            ids,
                            row.getTimestamp("at").toInstant(),
                            answer);
                })
                .optional();
    }

    /** Keeps the first answer; nothing for a request without effect, such as one that was refused. */
    void answered(String key, Answer answer) {
        // Not waited for on the disk: a lost answer is given again, by a repetition without effect.
        jdbc.sql("""
                with quickly as materialized (select set_config('synchronous_commit', 'off', true) is not null as yes)
                update request_key set status = :status, location = :location, content_type = :type, answer = :answer
                where key = :key and status is null and (select yes from quickly)
                """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("type", answer.contentType())
                .param("answer", answer.body())
                .param("key", key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        jdbc.sql("delete from request_key where at < now() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
    }
}
