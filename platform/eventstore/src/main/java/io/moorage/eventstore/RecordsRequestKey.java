package io.moorage.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records the bound {@link RequestKey} with the effect, and keeps a second effect from happening. */
final class RecordsRequestKey implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final JdbcTemplate jdbc;

    RecordsRequestKey(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (RequestKey.isBound() && !RequestKey.current().isRecorded()) {
            RequestKey request = RequestKey.current();
            if (request.isRepetition()) return null;
            if (exists(request)) {
                request.overtaken();
                throw new RequestOvertaken();
            }
            // Last, so that the aggregate is read before anything is written; a racing twin violates the key and is
            // retried.
            unitOfWork.onPrepareCommit(work -> record(request));
        }
        return chain.proceed();
    }

    private boolean exists(RequestKey request) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from request_key where key = ?)", Boolean.class, request.key()));
    }

    private void record(RequestKey request) {
        jdbc.update(
                "insert into request_key (key, body_hash, ids) values (?, ?, ?)",
                request.key(),
                request.bodyHash(),
                request.ids().toArray(String[]::new));
        request.recorded(true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                request.recorded(status == STATUS_COMMITTED);
            }
        });
    }
}
