package io.moorage.account.activity;

import io.moorage.account.account.Accounts;
import io.moorage.account.activity.Entry.Personal;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends to the accounts' chains. The heads of the accounts concerned are locked, in their order, until the rows are
 * there: so replicas that append at once wait for each other, and an activity told again is found.
 */
@Component
class ActivityLog {
    private static final byte[] BEGINNING = new byte[32];
    private static final int SALT = 16;
    private static final int AT_ONCE = 500;

    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    ActivityLog(Accounts accounts, JdbcClient jdbc, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
        // What the others wrote while this one waited for the lock must be seen, not be a conflict.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * All or none; those that are there already are there once.
     *
     * @return the ids of those that belong to the own account of a user who has none yet: they must be told again
     */
    List<UUID> append(List<Activity> told) {
        Map<String, String> own = accounts.ownedBy(told.stream()
                .filter(activity -> activity.account() == null)
                .map(Activity::user)
                .collect(Collectors.toSet()));
        Map<String, List<Activity>> byAccount = new TreeMap<>();
        List<UUID> waiting = new ArrayList<>();
        for (Activity activity : told) {
            String account = activity.account() == null ? own.get(activity.user()) : activity.account();
            if (account == null) waiting.add(activity.id());
            else byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(activity);
        }
        if (!byAccount.isEmpty()) transaction.executeWithoutResult(status -> appendAll(byAccount));
        return waiting;
    }

    private void appendAll(Map<String, List<Activity>> byAccount) {
        batches.batchUpdate(
                "insert into activity_head (account, n, hash, due) values (?, 0, ?, false) on conflict do nothing",
                byAccount.keySet().stream()
                        .map(account -> new Object[] {account, BEGINNING})
                        .toList());
        List<Head> heads = jdbc.sql(
                        "select * from activity_head where account in (:accounts) order by account for update")
                .param("accounts", byAccount.keySet())
                .query((row, index) -> new Head(row.getString("account"), row.getLong("n"), row.getBytes("hash")))
                .list();
        Set<UUID> known = known(byAccount.values());
        List<Chained> rows = new ArrayList<>();
        List<Object[]> ends = new ArrayList<>();
        for (Head head : heads) {
            Head end = chain(head, byAccount.getOrDefault(head.account, List.of()), known, rows);
            if (end.n > head.n) ends.add(new Object[] {end.n, end.hash, end.account});
        }
        batches.batchUpdate("""
                        insert into activity (account, n, id, at, user_id, session, action, target, status, code, correlation,
                            commitment, login, address, salt, hash, capacity)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, AT_ONCE, ActivityLog::set);
        batches.batchUpdate("update activity_head set n = ?, hash = ?, due = true where account = ?", ends);
    }

    private Head chain(Head head, List<Activity> told, Set<UUID> known, List<Chained> rows) {
        long n = head.n;
        byte[] hash = head.hash;
        for (Activity activity : told) {
            if (!known.add(activity.id())) continue;
            Personal personal = new Personal(activity.login(), activity.address(), salt());
            Entry entry = Entry.of(activity, head.account, ++n, personal);
            hash = entry.hash(hash);
            rows.add(new Chained(entry, personal, hash));
        }
        return new Head(head.account, n, hash);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static void set(PreparedStatement row, Chained chained) throws SQLException {
        Entry entry = chained.entry;
        row.setString(1, entry.account());
        row.setLong(2, entry.n());
        row.setObject(3, entry.id());
        row.setTimestamp(4, Timestamp.from(entry.at()));
        row.setString(5, entry.user());
        row.setString(6, entry.session());
        row.setString(7, entry.action());
        row.setString(8, entry.target());
        row.setObject(9, entry.status(), Types.INTEGER);
        row.setString(10, entry.code());
        row.setString(11, entry.correlation());
        row.setBytes(12, entry.commitment());
        row.setString(13, chained.personal.login());
        row.setString(14, chained.personal.address());
        row.setBytes(15, chained.personal.salt());
        row.setBytes(16, chained.hash);
        row.setString(17, entry.capacity());
    }

    private Set<UUID> known(Collection<List<Activity>> told) {
        List<UUID> ids = told.stream().flatMap(List::stream).map(Activity::id).toList();
        return new HashSet<>(jdbc.sql("select id from activity where id in (:ids)")
                .param("ids", ids)
                .query(UUID.class)
                .list());
    }

    private record Chained(Entry entry, Personal personal, byte[] hash) {}

    private record Head(String account, long n, byte[] hash) {}
}
