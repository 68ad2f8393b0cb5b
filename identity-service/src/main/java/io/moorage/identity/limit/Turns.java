package io.moorage.identity.limit;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** READ COMMITTED transactions: whoever meets another waits and sees what that one did, instead of being tried again. */
@Component
public class Turns {
    private final TransactionTemplate turns;

    Turns(PlatformTransactionManager transactions) {
        this.turns = new TransactionTemplate(transactions);
        this.turns.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    public void run(Runnable work) {
        turns.executeWithoutResult(status -> work.run());
    }

    public <T> T take(Supplier<T> work) {
        return Objects.requireNonNull(turns.execute(status -> work.get()));
    }
}
