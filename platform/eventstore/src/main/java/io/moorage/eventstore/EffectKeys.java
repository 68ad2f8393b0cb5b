package io.moorage.eventstore;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys under which commands take effect once: {@link OncePerKey} ones by their own, others by the
 * {@link RequestKey} of the request that sent them. Written with the effect, so that of two at once only one commits.
 */
final class EffectKeys {
    private static final String DONE_ONCE = "insert into done_once (key) values (?)";
    private static final String REQUEST = "insert into request_key (key, body_hash, ids) values (?, ?, ?)";
    private static final String FIND = """
            select 'once ' || key from done_once where key = any(?)
            union all select 'request ' || key from request_key where key = any(?)
            """;

    private final JdbcTemplate jdbc;

    EffectKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is to be written with the command's effect. */
    void record(SentCommand command, Statements statements) {
        String once = command.onceKey();
        if (once != null) statements.addKey(DONE_ONCE, once);
        RequestKey request = command.request();
        if (request != null)
            statements.addKey(
                    REQUEST, request.key(), request.bodyHash(), request.ids().toArray(String[]::new));
        command.keepsRequestKey(request != null);
    }

    /** Which of the commands' keys are recorded already. */
    Done done(List<SentCommand> commands) {
        String[] once = commands.stream()
                .map(SentCommand::onceKey)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        String[] requests = commands.stream()
                .map(SentCommand::request)
                .filter(Objects::nonNull)
                .map(RequestKey::key)
                .toArray(String[]::new);
        if (once.length == 0 && requests.length == 0) return Done.NOTHING;
        return new Done(new HashSet<>(jdbc.queryForList(FIND, String.class, once, requests)));
    }

    record Done(Set<String> keys) {
        static final Done NOTHING = new Done(Set.of());

        boolean once(SentCommand command) {
            return keys.contains("once " + command.onceKey());
        }

        boolean request(SentCommand command) {
            RequestKey request = command.request();
            return request != null && keys.contains("request " + request.key());
        }

        boolean isEmpty() {
            return keys.isEmpty();
        }
    }
}
