package io.moorage.eventstore;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction around commands and plain rows that must come together, such as personal data, which no event
 * carries. When it meets another transaction it is tried again as a whole, so the work may run several times.
 */
public final class Transactions {
    private final TransactionTemplate transaction;

    Transactions(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** @throws RuntimeException what the work threw, such as a refusal; nothing of it is stored then */
    public void together(Runnable work) {
        Conflicts.retried(() -> {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        });
    }
}
