package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every test there is, one kind after the other, and one count of all. */
final class TestRun {
    private static final Pattern MODULE =
            Pattern.compile("Building (Moorage :: .*?) 1\\.0\\.0-SNAPSHOT +(\\[[0-9/]+])");
    private static final Pattern BROKEN = Pattern.compile("Tests run: .*(FAILURE|ERROR)!.*");

    private static final Duration MAVEN_WITHIN = Duration.ofMinutes(70);

    private final Home checkout;
    private final Home logs;
    private final Console console;
    private final JUnitReports reports = new JUnitReports();

    TestRun(Home home, Console console) {
        this.checkout = home;
        this.logs = new Home(home.root(), home.root().resolve(".moorage/test")).create();
        this.console = console;
    }

    /** True if everything passed and nothing was skipped; tests of real parts that aren't installed are only named. */
    boolean run(boolean fast) {
        long begin = System.nanoTime();
        Portal.checkNode();
        phase("Java modules", this::maven);
        phase("portal", this::portal);
        if (!fast) {
            new StackTests(checkout, logs, console, reports).run(this::phase);
        }
        reports.failed().forEach(name -> console.line("failed: " + name));
        reports.leftOut().forEach(name -> console.line("left out: " + name));
        reports.skipped().forEach(name -> console.line("skipped: " + name));
        console.line(String.format(Locale.ROOT, "%.0f s; logs in %s", (System.nanoTime() - begin) / 1e9, logs.logs()));
        console.line(reports.passed() + " passed, " + reports.failed().size() + " failed, "
                + reports.skipped().size() + " skipped");
        return reports.failed().isEmpty() && reports.skipped().isEmpty();
    }

    /** A kind of tests: one that breaks off without a failed test counts as a failure itself. */
    boolean phase(String name, Runnable tests) {
        long begin = System.nanoTime();
        int before = reports.count();
        int failedBefore = reports.failed().size();
        console.line("== " + name);
        Optional<Trouble> trouble = Optional.empty();
        try {
            tests.run();
        } catch (Trouble e) {
            trouble = Optional.of(e);
        }
        if (trouble.isPresent() && reports.failed().size() == failedBefore) {
            reports.fail(name);
        }
        trouble.ifPresent(e -> console.line(e.text()));
        boolean good = reports.failed().size() == failedBefore;
        console.line(String.format(
                Locale.ROOT,
                "  %s %s: %d tests, %.1f s",
                good ? "✓" : "✗",
                name,
                reports.count() - before,
                (System.nanoTime() - begin) / 1e9));
        return good;
    }

    private void maven() {
        long since = System.currentTimeMillis() - 1000;
        long begin = System.nanoTime();
        Consumer<String> progress = line -> {
            Matcher module = MODULE.matcher(line);
            if (module.find()) {
                console.line(String.format(
                        Locale.ROOT,
                        "  %4d s  %s %s",
                        (System.nanoTime() - begin) / 1_000_000_000,
                        module.group(2),
                        module.group(1)));
            } else if (BROKEN.matcher(line).find()) {
                console.line("          " + line);
            }
        };
        try {
            List<String> words =
                    List.of(checkout.root().resolve("mvnw").toString(), "-B", "-ntp", "--fail-at-end", "verify");
            Tool.telling(logs, progress).within(MAVEN_WITHIN).run("maven", words, checkout.root());
        } finally {
            reports.addAll(checkout.root(), since);
        }
    }

    private void portal() {
        Path folder = checkout.root().resolve("clients/web");
        Path report = fresh("portal.xml");
        Portal.install("portal-install", folder, logs);
        try {
            List<String> words = List.of(
                    "npm", "test", "--", "--reporter=default", "--reporter=junit", "--outputFile.junit=" + report);
            Tool.quiet(logs).run("portal", words, folder);
        } finally {
            if (Files.exists(report)) {
                reports.add(report);
            }
        }
    }

    private Path fresh(String name) {
        return fresh(logs, name);
    }

    static Path fresh(Home logs, String name) {
        Path file = logs.folder().resolve(name);
        try {
            Files.deleteIfExists(file);
            return file;
        } catch (IOException e) {
            throw Trouble.of("deleting " + file, e);
        }
    }
}
