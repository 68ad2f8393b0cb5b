package io.moorage.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests of the whole: a stack of its own beside any that runs, the demo, the journeys in a browser, and a clean end. */
final class StackTests {
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
        Thread hook = new Thread(() -> moorage("down", List.of("down"), environment));
        Runtime.getRuntime().addShutdownHook(hook);
        boolean up = phase.run("stack comes up from nothing", () -> {
            moorage("leftover", List.of("down"), environment);
            expect(moorage("up", List.of("up", "--detach", "--clean"), environment), "up");
            reports.pass();
        });
        if (up) {
            phase.run("demo", () -> {
                expect(moorage("demo", List.of("demo"), environment), "demo");
                reports.pass();
            });
            phase.run("end to end", () -> endToEnd(environment));
        }
        phase.run("stack ends without a trace", () -> {
            expect(moorage("down", List.of("down"), environment), "down");
            checkNothingRuns();
            reports.pass();
        });
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private int moorage(String name, List<String> words, Map<String, String> environment) {
        List<String> all = new java.util.ArrayList<>(
                List.of(checkout.root().resolve("moorage").toString()));
        all.addAll(words);
        List<String> merged = List.of("sh", "-c", "exec \"$@\" 2>&1", "sh");
        List<String> command = new java.util.ArrayList<>(merged);
        command.addAll(all);
        return TestRun.runTo(logs.log(name), command, checkout.root(), environment);
    }

    private void expect(int code, String name) {
        console.line(new Logs(logs).tail(name, 15));
        if (code != 0) {
            throw new Trouble(
                    "./moorage " + name + " ended with " + code + "; the parts' logs are in " + stack.logs() + ".");
        }
    }

    private void endToEnd(Map<String, String> environment) {
        Path folder = checkout.root().resolve("checks/e2e");
        Path status = TestRun.fresh(logs, "status.json");
        Path report = TestRun.fresh(logs, "e2e.xml");
        TestRun.runTo(
                status,
                List.of(checkout.root().resolve("moorage").toString(), "status", "--json"),
                checkout.root(),
                environment);
        Portal.install("e2e-install", folder, logs);
        Map<String, String> more = new HashMap<>(environment);
        more.put("MOORAGE_STATUS", status.toString());
        int code = TestRun.runTo(
                logs.log("e2e"),
                List.of(
                        "node",
                        "--test",
                        "--test-concurrency=1",
                        "--test-reporter=spec",
                        "--test-reporter-destination=stdout",
                        "--test-reporter=junit",
                        "--test-reporter-destination=" + report),
                folder,
                more);
        if (Files.exists(report)) {
            reports.add(report);
        }
        if (code != 0) {
            throw new Trouble(
                    "The journeys failed. The end of " + logs.log("e2e") + ":\n" + new Logs(logs).tail("e2e", 60));
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
