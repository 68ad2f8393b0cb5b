package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tests of the whole: a stack of its own beside any that runs, the demo, the journeys in a browser, and a clean end. */
final class StackTests {
    private static final Pattern OUTCOME = Pattern.compile("^ *[✔✖] ");

    private final Home checkout;
    private final Home logs;
    private final Home stack;
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
        this.stack = new Home(checkout.root(), logs.folder().resolve("stack"));
        this.console = console;
        this.reports = reports;
    }

    void run(Phase phase) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MOORAGE_HOME", stack.folder().toString());
        environment.put(
                "MOORAGE_PORT",
                Integer.toString(new Ports(logs.folder().resolve("ports.properties")).getFree("gateway")));
        Thread hook = new Thread(() -> moorage("down", List.of(), environment));
        Runtime.getRuntime().addShutdownHook(hook);
        boolean up = phase.run("stack comes up from nothing", () -> {
            moorage("down", List.of(), environment); // what a test run that was killed may have left
            expectGood("up", List.of("--detach", "--clean"), environment);
        });
        if (up) {
            phase.run("demo", () -> expectGood("demo", List.of(), environment));
            phase.run("end to end", () -> endToEnd(environment));
        }
        phase.run("stack ends without a trace", () -> {
            expectGood("down", List.of(), environment);
            checkNothingRuns();
        });
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private int moorage(String command, List<String> options, Map<String, String> environment) {
        List<String> words =
                new ArrayList<>(List.of(checkout.root().resolve("moorage").toString(), command));
        words.addAll(options);
        return new Tool(logs, environment, line -> console.line("    | " + line)).code(command, words, checkout.root());
    }

    private void expectGood(String command, List<String> options, Map<String, String> environment) {
        int code = moorage(command, options, environment);
        if (code != 0) {
            throw new Trouble(
                    "./moorage " + command + " ended with " + code + "; the parts' logs are in " + stack.logs() + ".");
        }
        reports.pass();
    }

    private void endToEnd(Map<String, String> environment) {
        Path folder = checkout.root().resolve("checks/e2e");
        Path report = TestRun.fresh(logs, "e2e.xml");
        Map<String, String> more = new HashMap<>(environment);
        more.put("MOORAGE_STATUS", savedStatus().toString());
        Portal.install("e2e-install", folder, logs);
        List<String> words = List.of("node", "run.mjs", "--junit=" + report);
        Tool node = new Tool(logs, more, line -> {
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

    private Path savedStatus() {
        Path file = TestRun.fresh(logs, "status.json");
        try {
            Setup setup = Session.read(stack).orElseThrow().setup(stack);
            return Files.writeString(file, Status.now(setup).json());
        } catch (IOException e) {
            throw Trouble.of("writing " + file, e);
        }
    }

    private void checkNothingRuns() {
        String folder = stack.folder().toString();
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
