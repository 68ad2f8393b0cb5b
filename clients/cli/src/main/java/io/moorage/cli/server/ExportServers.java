package io.moorage.cli.server;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moor servers export}: all that the filter matches, as the API streams it. A file is there whole or not at all. */
@Command(name = "export")
public final class ExportServers implements Callable<Integer> {
    enum Format {
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("application/json");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ServerFilter filter = new ServerFilter();

    @Option(names = "--format", paramLabel = "FORM", descriptionKey = "option.format")
    private Format format = Format.CSV;

    @Option(
            names = {"-o", "--file"},
            paramLabel = "FILE",
            descriptionKey = "option.file")
    private @Nullable Path file;

    public ExportServers(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        if (file == null && format == Format.XLSX && moor.terminal().outputSeen())
            throw moor.misused(spec, "export-needs-file");
        Map<String, String> query = filter.query();
        query.put("all", "true");
        try (InputStream data = moor.gateway().download("/servers", query, format.type)) {
            if (file == null) print(data);
            else save(data, file);
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.REFUSED, moor.texts().of("export-failed", failure.getMessage()));
        }
        return ExitCode.OK;
    }

    private void print(InputStream data) throws IOException {
        if (moor.terminal().outputSeen()) moor.terminal().pass(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        else data.transferTo(moor.terminal().out());
    }

    private void save(InputStream data, Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.copy(data, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        moor.terminal().tell(moor.texts().of("exported", target));
    }
}
