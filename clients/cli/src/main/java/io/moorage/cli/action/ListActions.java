package io.moorage.cli.action;

import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Paging;
import io.moorage.cli.outcome.ExitCode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moor actions list}. */
@Command(name = "list")
public final class ListActions implements Callable<Integer> {
    private final Moor moor;

    @Option(names = "--server", paramLabel = "NUMBER", descriptionKey = "option.server")
    private @Nullable String server;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            completionCandidates = States.class,
            descriptionKey = "option.state")
    private @Nullable String state;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListActions(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Map<String, String> filter = new LinkedHashMap<>();
        if (server != null) filter.put("server", server);
        if (state != null) filter.put("state", state);
        moor.report().list(FollowAction.COLUMNS, paging.read(moor, moor.gateway(), "/actions", filter, all));
        return ExitCode.OK;
    }

    static final class States implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("requested", "running", "succeeded", "failed", "cancelled", "timed-out")
                    .iterator();
        }
    }
}
