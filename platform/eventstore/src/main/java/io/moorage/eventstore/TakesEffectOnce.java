package io.moorage.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Skips a command whose {@link OncePerKey} key is done already, and records the key with the effect. */
final class TakesEffectOnce implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final JdbcTemplate jdbc;

    TakesEffectOnce(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof OncePerKey command) {
            if (isDone(command.onceKey())) return null;
            // Last, so that the aggregate is read before anything is written; a racing twin violates the key and is
            // retried.
            unitOfWork.onPrepareCommit(
                    work -> jdbc.update("insert into done_once (key) values (?)", command.onceKey()));
        }
        return chain.proceed();
    }

    private boolean isDone(String key) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from done_once where key = ?)", Boolean.class, key));
    }
}
