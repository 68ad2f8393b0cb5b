package io.moorage.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries out commands of one aggregate, one after the other, and commits them together. A refused one leaves no trace
 * in the group. First the group trusts what this instance knows — the aggregate in the cache, keys not seen before —
 * since whatever it writes is checked by the database's constraints; when those object, or where nothing was written
 * that they could check, it looks first.
 */
final class CommandGroups {
    private final DataSource dataSource;
    private final AggregateLoader loader;
    private final AggregateCache cache;
    private final EventRows rows;
    private final EffectKeys keys;
    private final OwnRows ownRows;
    private final Snapshots snapshots;
    private final TailSignal signal;

    CommandGroups(
            DataSource dataSource,
            AggregateLoader loader,
            AggregateCache cache,
            EventRows rows,
            EffectKeys keys,
            OwnRows ownRows,
            Snapshots snapshots,
            TailSignal signal) {
        this.dataSource = dataSource;
        this.loader = loader;
        this.cache = cache;
        this.rows = rows;
        this.keys = keys;
        this.ownRows = ownRows;
        this.snapshots = snapshots;
        this.signal = signal;
    }

    /** Every command gets its answer, a result or a failure. */
    void carryOut(List<SentCommand> group) {
        try {
            if (!attempt(group, false)) Conflicts.retried(() -> attempt(group, true));
        } catch (CannotTakeBack e) {
            apart(group, e.reason());
        } catch (RuntimeException e) {
            if (Conflicts.isRefused(e)) apart(group, e);
            else group.forEach(each -> each.failed(e));
        }
    }

    /** What one command did wrong must not fail the others. */
    private void apart(List<SentCommand> group, RuntimeException reason) {
        if (group.size() == 1) group.getFirst().failed(reason);
        else group.forEach(each -> carryOut(List.of(each)));
    }

    /** Whether it is done; if not, nothing is, and it has to be tried with more care. */
    private boolean attempt(List<SentCommand> group, boolean careful) {
        String aggregateId = group.getFirst().aggregateId();
        LiveAggregate<?> cached = careful ? null : cache.take(aggregateId);
        Round round = new Round(aggregateId, loader, cached, careful);
        EffectKeys.Done done = careful ? keys.done(group) : EffectKeys.Done.NOTHING;
        try (Statements statements = Statements.ofTheirOwn(dataSource)) {
            for (SentCommand each : group) handle(each, round, done, statements);
            if (!careful && isDoubtful(group, round)) return false;
            byte[] hash = write(round, statements);
            if (round.live() instanceof LiveAggregate<?> live) keep(aggregateId, live, hash);
            return true;
        } catch (RuntimeException e) {
            if (careful || !Conflicts.isConflict(e)) throw e;
            return false;
        }
    }

    private void handle(SentCommand command, Round round, EffectKeys.Done done, Statements statements) {
        if (isDone(command, done)) return;
        int before = round.applied();
        Statements.Mark mark = statements.mark();
        try {
            command.succeeded(command.trace().call(() -> {
                Object result = round.call(() -> command.type().handle(command.message()));
                if (round.live() instanceof LiveAggregate<?> live)
                    own(live.applied().from(before), statements);
                keys.record(command, statements);
                return result;
            }));
        } catch (Exception e) {
            RuntimeException reason = e instanceof RuntimeException known ? known : new IllegalStateException(e);
            if (Conflicts.isConflict(e) || Conflicts.isOfTheDatabase(e))
                throw reason; // the transaction is broken for all
            if (!statements.takeBackTo(mark)) throw new CannotTakeBack(reason);
            round.reset(before);
            command.failed(reason);
        }
    }

    /** Whether it took effect before, which then is its answer. */
    private static boolean isDone(SentCommand command, EffectKeys.Done done) {
        RequestKey request = command.request();
        if (request != null && done.request(command)) {
            request.overtaken();
            command.failed(new RequestOvertaken());
            return true;
        }
        boolean isDone = done.once(command) || request != null && request.isRepetition();
        if (isDone) {
            command.succeeded(null);
            command.keepsRequestKey(false); // what an earlier attempt wanted to record was not written
        }
        return isDone;
    }

    private void own(List<DomainEventMessage<?>> applied, Statements statements) {
        for (DomainEventMessage<?> event : applied) ownRows.write(event, statements);
    }

    /** What was appended is checked by the append, what was refused or found done already by nothing yet. */
    private boolean isDoubtful(List<SentCommand> group, Round round) {
        List<SentCommand> refused = group.stream()
                .filter(each -> each.hasFailed() && each.isKeyed())
                .toList();
        if (!keys.done(refused).isEmpty()) return true;
        return round.isUnproven()
                && round.live() instanceof LiveAggregate<?> live
                && rows.last(group.getFirst().aggregateId()) != live.stored();
    }

    /** @return the hash of the last event written, null if there was none */
    private byte @Nullable [] write(Round round, Statements statements) {
        if (!(round.live() instanceof LiveAggregate<?> live) || live.applied().count() == 0) {
            statements.write();
            return null;
        }
        byte[] hash = rows.append(live.applied().from(0), live.hash(), statements);
        statements.write();
        return hash;
    }

    private void keep(String aggregateId, LiveAggregate<?> live, byte @Nullable [] hash) {
        if (hash != null) {
            live.isStored(hash);
            signal.committed();
            snapshots.keep(aggregateId, live);
        }
        if (!live.isNew()) cache.put(aggregateId, live);
    }

    /** In the transaction of the sender: from the log as that transaction sees it. */
    void carryOutWithin(SentCommand command) {
        EffectKeys.Done done = command.isKeyed() ? keys.done(List.of(command)) : EffectKeys.Done.NOTHING;
        Round round = new Round(command.aggregateId(), loader, null, true);
        try (Statements statements = Statements.within(dataSource, DataSourceUtils.getConnection(dataSource))) {
            handle(command, round, done, statements);
            if (command.hasFailed()) return;
            write(round, statements);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED && command.request() instanceof RequestKey request)
                    request.recorded(false);
                cache.forget(command.aggregateId());
                signal.committed();
            }
        });
        command.done();
    }
}
