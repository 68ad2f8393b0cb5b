package io.moorage.account.activity;

import io.moorage.account.activity.Entry.Personal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the hashes of an account's chain again, a page at a time, and compares them with those that are stored, with the
 * chain's head, and with what others were told.
 */
@Component
class ActivityVerification {
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final ActivityCheckpoints checkpoints;

    ActivityVerification(JdbcClient jdbc, ActivityCheckpoints checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    /** As of now: entries that come meanwhile are not looked at. */
    Result of(String account) {
        // Before the head, which only grows, so that it has reached every one of them.
        Map<Long, String> told = checkpoints.of(account);
        Head head = head(account);
        byte[] hash = new byte[32];
        long n = 0;
        while (n < head.n) {
            List<Stored> page = page(account, n, head.n);
            if (page.isEmpty()) return Result.bad(n, n + 1); // the rest was cut off
            for (Stored stored : page) {
                if (stored.entry.n() != n + 1) return Result.bad(n, n + 1); // one is missing
                hash = stored.entry.hash(hash);
                if (!stored.fits(hash) || !agrees(told.get(n + 1), hash)) return Result.bad(n, n + 1);
                n++;
            }
        }
        if (!Arrays.equals(hash, head.hash)) return Result.bad(n, n);
        long ahead = told.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        return ahead > n ? Result.bad(n, n + 1) : new Result(true, n, null);
    }

    private static boolean agrees(@Nullable String told, byte[] hash) {
        return told == null || told.equals(HexFormat.of().formatHex(hash));
    }

    /** Where entries have lost theirs it is one that fits no entry. */
    private Head head(String account) {
        return jdbc.sql("""
                        select coalesce(head.n, (select max(n) from activity where account = :account), 0) as n,
                            coalesce(head.hash, decode(repeat('00', 32), 'hex')) as hash
                        from (values (1)) as one left join activity_head head on head.account = :account
                        """)
                .param("account", account)
                .query((row, index) -> new Head(row.getLong("n"), row.getBytes("hash")))
                .single();
    }

    private List<Stored> page(String account, long after, long upTo) {
        return jdbc.sql(
                        "select * from activity where account = :account and n > :after and n <= :upTo order by n limit :limit")
                .param("account", account)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", PAGE)
                .query((row, index) -> new Stored(Entry.read(row, index), row.getBytes("hash")))
                .list();
    }

    private record Head(long n, byte[] hash) {}

    private record Stored(Entry entry, byte[] hash) {
        boolean fits(byte[] made) {
            Personal personal = entry.personal();
            boolean personalFits = personal == null || Arrays.equals(personal.commitment(), entry.commitment());
            return personalFits && Arrays.equals(made, hash);
        }
    }

    /**
     * What came of it.
     *
     * @param checked how many entries are as they were written, from the first on
     */
    @Schema(name = "ActivityVerification")
    record Result(
            boolean intact,

            @Schema(description = "How many entries are as they were written, counted from the first.")
            long checked,

            @Schema(description = "The number of the first that isn't, or is missing.") @Nullable
            Long firstBad) {

        static Result bad(long checked, long firstBad) {
            return new Result(false, checked, firstBad);
        }
    }
}
