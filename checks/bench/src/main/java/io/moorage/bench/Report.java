package io.moorage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The figures as a table for people and as JSON for programs. */
final class Report {
    private Report() {}

    static String table(List<Result> results) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%-3s %-62s %12s %-9s %12s  %-34s %8s %-17s %s%n",
                "",
                "what",
                "value",
                "unit",
                "beside it",
                "",
                "ratio",
                "(least – most)",
                "target"));
        for (Result result : results)
            table.append(String.format(
                    Locale.ROOT,
                    "%-3s %-62s %,12.1f %-9s %,12.1f  %-34s %8.2f %-17s %s%n",
                    result.id(),
                    result.what(),
                    result.value(),
                    result.unit(),
                    result.besideValue(),
                    result.beside(),
                    result.ratio(),
                    String.format(Locale.ROOT, "(%.2f – %.2f)", result.ratioMin(), result.ratioMax()),
                    result.target() == null ? "" : result.target() + (result.isMet() ? " ✓" : " ✗")));
        return table.toString();
    }

    static void write(List<Result> results, Path file) throws IOException {
        if (file.getParent() != null) Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
    }
}
