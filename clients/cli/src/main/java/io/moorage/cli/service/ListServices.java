package io.moorage.cli.service;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.word;
import static io.moorage.cli.command.Column.yesNo;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Paging;
import io.moorage.cli.outcome.ExitCode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moor services}. */
@Command(name = "services")
public final class ListServices implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            word("kind"),
            text("name"),
            text("label"),
            word("status"),
            yesNo("overdue"),
            text("roles"),
            detail("createdAt", "/createdAt"),
            detail("id", "/id"));

    private final Moor moor;

    @Option(names = "--kind", paramLabel = "KIND", completionCandidates = Kinds.class, descriptionKey = "option.kind")
    private @Nullable String kind;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListServices(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Map<String, String> filter = kind == null ? Map.of() : Map.of("kind", kind);
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/services", filter, all));
        return ExitCode.OK;
    }

    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("server", "hosting-plan").iterator();
        }
    }
}
