package io.moorage.eventstore;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which table a statement writes to. */
final class TableOf {
    private static final Pattern WRITE =
            Pattern.compile("(?is)\\s*(?:insert\\s+into|update|delete\\s+from)\\s+([\\w.\"]+)\\b(.*)");
    private static final Pattern OTHER_TABLE = Pattern.compile("(?i)\\b(select|from|using|join|with)\\b");
    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();

    private TableOf() {}

    /** The table, if the statement can neither read nor write another; null otherwise. */
    static @Nullable String only(String sql) {
        return KNOWN.computeIfAbsent(sql, TableOf::find).orElse(null);
    }

    private static Optional<String> find(String sql) {
        Matcher write = WRITE.matcher(sql);
        if (!write.matches() || OTHER_TABLE.matcher(write.group(2)).find()) return Optional.empty();
        return Optional.of(write.group(1).toLowerCase(Locale.ROOT));
    }
}
