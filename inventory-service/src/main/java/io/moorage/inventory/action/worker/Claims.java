package io.moorage.inventory.action.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which open actions this worker has. A claim ends by itself unless it is renewed, by the database's clock; the worker
 * counts from before it asked, so it never believes in a claim that has ended already. Claims are read-committed: two
 * workers that want the same action are no conflict, one gets it.
 */
@Component
class Claims {
    private static final String TAKE = """
            insert into action_claim (action, worker, until)
            select id, :worker, now() + :lease::interval from server_action a
            where state in ('requested', 'running')
                and not exists (select 1 from action_claim c where c.action = a.id and c.until > now())
            order by id limit :most
            on conflict (action) do update set worker = excluded.worker, until = excluded.until
                where action_claim.until <= now()
            returning action
            """;
    private static final String RENEW = """
            update action_claim set until = now() + :lease::interval
            where worker = :worker and action = any(:actions) and until > now()
            returning action
            """;
    private static final String RELEASE = "delete from action_claim where action = ? and worker = ?";
    /** Left by a worker that died after its action had ended; nobody else would ever look at it. */
    private static final String FORGET = "delete from action_claim where until < now() - interval '1 hour'";

    private final String worker = UUID.randomUUID().toString();
    private final Map<String, Long> heldUntilNanos = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration lease;

    Claims(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${moorage.actions.lease}") Duration lease) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.lease = lease;
    }

    /** Open actions that nobody has, oldest first; they are this worker's now. */
    List<String> take(int most) {
        long until = System.nanoTime() + lease.toNanos();
        List<String> taken =
                inTransaction(jdbc.sql(TAKE).param("worker", worker).param("most", most));
        taken.forEach(action -> heldUntilNanos.put(action, until));
        return taken;
    }

    /** Keeps what this worker has; what has ended meanwhile isn't revived, since somebody else may be at it. */
    void renew() {
        String[] held = heldUntilNanos.keySet().toArray(String[]::new);
        long until = System.nanoTime() + lease.toNanos();
        List<String> kept =
                inTransaction(jdbc.sql(RENEW).param("worker", worker).param("actions", held));
        kept.forEach(action -> heldUntilNanos.computeIfPresent(action, (known, before) -> until));
        transaction.executeWithoutResult(status -> jdbc.sql(FORGET).update());
    }

    /** Whether the action is this worker's for so long at least. */
    boolean isHeldFor(String action, Duration time) {
        Long until = heldUntilNanos.get(action);
        return until != null && until - System.nanoTime() > time.toNanos();
    }

    /** Stops renewing it; whoever takes it next waits for the claim to end. */
    void drop(String action) {
        heldUntilNanos.remove(action);
    }

    /** Gives it back; whoever takes it next may begin at once. */
    void release(String action) {
        drop(action);
        transaction.executeWithoutResult(
                status -> jdbc.sql(RELEASE).params(action, worker).update());
    }

    Duration lease() {
        return lease;
    }

    private List<String> inTransaction(JdbcClient.StatementSpec statement) {
        JdbcClient.StatementSpec complete = statement.param("lease", lease.toMillis() + " milliseconds");
        return transaction.execute(
                status -> complete.query((row, index) -> row.getString(1)).list());
    }
}
