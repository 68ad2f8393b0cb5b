package io.moorage.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tests of the whole: a stack of its own beside any that runs, the demo, the journeys in a browser, and a clean end. */
final class StackTests {
    private static final Pattern OUTCOME = Pattern.compile("^ *[✔✖] ");

    private final Home checkout;
    private final Home logs;
    private final OwnStack stack;
    private final Console console;
    private final JUnitReports reports;

    /** Runs one kind of tests and says whether it went well. */
    @FunctionalInterface
    interface Phase {
        boolean run(String name, Runnable tests);
    }

    StackTests(Home checkout, Home logs, Console console, JUnitReports reports) {
        this.checkout = checkout;
        this.logs = logs;
        this.stack = new OwnStack(checkout, logs, Map.of("MOORAGE_SECOND_FACTOR_WAIT", "PT6S"), console);
        this.console = console;
        this.reports = reports;
    }

    void run(Phase phase) {
        Thread hook = new Thread(stack::down);
        Runtime.getRuntime().addShutdownHook(hook);
        boolean up = phase.run("stack comes up from nothing", () -> {
            stack.down(); // what a test run that was killed may have left
            // In pairs, the services whose long work and pushes have to be right with any number of them.
            expectGood("up", "--detach", "--clean", "--scale", "inventory=2", "--scale", "account=2");
        });
        if (up) {
            phase.run("demo", () -> expectGood("demo"));
            phase.run("end to end", this::endToEnd);
        }
        phase.run("stack ends without a trace", () -> {
            expectGood("down");
            checkNothingRuns();
        });
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void expectGood(String command, String... options) {
        stack.moorage(command, options);
        reports.pass();
    }

    private void endToEnd() {
        Path folder = checkout.root().resolve("checks/e2e");
        Path report = TestRun.fresh(logs, "e2e.xml");
        Portal.install("e2e-install", folder, logs);
        List<String> words = List.of("node", "run.mjs", "--junit=" + report);
        Tool node = new Tool(logs, stack.environmentOfTests(), line -> {
            if (OUTCOME.matcher(line).find()) {
                console.line("    | " + line);
            }
        });
        int code = node.code("e2e", words, folder);
        if (Files.exists(report)) {
            reports.add(report);
        }
        if (code != 0) {
            throw new Trouble(
                    "The journeys failed. The end of " + logs.log("e2e") + ":\n" + new Logs(logs).tail("e2e", 60));
        }
    }

    private void checkNothingRuns() {
        String folder = stack.home().folder().toString();
        List<String> left = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(folder))
                .map(process -> process.pid() + " " + process.info().command().orElse(""))
                .toList();
        if (!left.isEmpty()) {
            throw new Trouble("Still running after down: " + String.join(", ", left));
        }
    }
}
