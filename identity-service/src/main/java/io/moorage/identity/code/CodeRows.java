package io.moorage.identity.code;

import io.moorage.identity.limit.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes' table. Whoever changes a challenge's row locks the challenge first. */
@Component
class CodeRows {
    private final JdbcClient jdbc;
    private final Turns turns;

    CodeRows(JdbcClient jdbc, Turns turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    <T> T inTurn(Supplier<T> work) {
        return turns.take(work);
    }

    /** Until the end of the transaction nobody else deals with this challenge, be there a row yet or not. */
    Optional<CodeRow> lock(UUID challenge) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("code " + challenge)
                .query((row, index) -> true)
                .single();
        return find(challenge);
    }

    Optional<CodeRow> find(UUID challenge) {
        return jdbc.sql("select * from second_factor_code where challenge = ?")
                .param(challenge)
                .query(CodeRows::row)
                .optional();
    }

    private static CodeRow row(ResultSet row, int index) throws SQLException {
        return new CodeRow(
                row.getObject("challenge", UUID.class),
                row.getString("user_id"),
                row.getString("number"),
                row.getBytes("hash"),
                row.getInt("tries"),
                row.getString("operator"),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("other_ways_at").toInstant());
    }

    /** Until it is known who carries it, the last one is remembered: after a crash the next goes elsewhere still. */
    void put(CodeRow row) {
        jdbc.sql("""
                        insert into second_factor_code as known
                            (challenge, user_id, number, hash, tries, operator, sent_at, expires_at, other_ways_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (challenge) do update set
                            hash = excluded.hash, tries = excluded.tries,
                            operator = coalesce(excluded.operator, known.operator),
                            sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                            other_ways_at = excluded.other_ways_at
                        """)
                .param(row.challenge())
                .param(row.userId())
                .param(row.number())
                .param(row.hash())
                .param(row.tries())
                .param(row.operator())
                .param(Timestamp.from(row.sentAt()))
                .param(Timestamp.from(row.expiresAt()))
                .param(Timestamp.from(row.otherWaysAt()))
                .update();
    }

    void carriedBy(UUID challenge, String operator) {
        inTurn(() -> jdbc.sql("update second_factor_code set operator = ? where challenge = ?")
                .params(operator, challenge)
                .update());
    }

    /** Touches nothing if the challenge isn't the user's, and takes as long. */
    void countWrong(UUID challenge, String userId, int deadAfter) {
        jdbc.sql("""
                        update second_factor_code set tries = tries + 1, hash = case when tries + 1 < ? then hash end
                        where challenge = ? and user_id = ?
                        """).params(deadAfter, challenge, userId).update();
    }

    void delete(UUID challenge) {
        jdbc.sql("delete from second_factor_code where challenge = ?")
                .param(challenge)
                .update();
    }

    void forgetExpiredBefore(Instant limit) {
        inTurn(() -> jdbc.sql("delete from second_factor_code where expires_at < ?")
                .param(Timestamp.from(limit))
                .update());
    }
}
