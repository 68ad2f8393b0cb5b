package io.moorage.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks in a process of their own, on parts of their own: a stack that runs beside them only disturbs. Those
 * that need the whole product get a stack of their own.
 */
final class BenchRun {
    private static final String MODULE = "checks/bench";
    private static final List<String> BUILT =
            List.of(MODULE, "billing-service", "inventory-service", "gateway", "clients/cli");

    /** P4 from a click to what is shown, P9 the start, LOGIN log-ins a second. */
    private static final List<String> OF_THE_WHOLE = List.of("P4", "LOGIN", "P9");

    private static final int PAIRS = 3;

    private final Home home;
    private final Arguments arguments;
    private final Console console;

    BenchRun(Home home, Arguments arguments, Console console) {
        this.home = home.create();
        this.arguments = arguments;
        this.console = console;
    }

    void run() {
        if (!new Running(home).alive().isEmpty()) {
            console.line("A stack runs here and takes its share of the machine; ./moorage down gives better figures.");
        }
        List<String> names = arguments.operands();
        List<Object> results = new ArrayList<>();
        if (names.isEmpty() || !names.stream().allMatch(BenchRun::isOfTheWhole)) {
            results.addAll(ofParts());
        }
        for (String name : OF_THE_WHOLE) {
            if (names.isEmpty() || names.stream().anyMatch(name::equalsIgnoreCase)) {
                results.add(ofTheWhole(name));
            }
        }
        write(home.folder().resolve("bench.json"), Json.write(results));
    }

    private static boolean isOfTheWhole(String name) {
        return OF_THE_WHOLE.stream().anyMatch(name::equalsIgnoreCase);
    }

    private List<?> ofParts() {
        new Build(home, console).buildModules(BUILT);
        if (Tool.telling(home, console::line).within(Duration.ofHours(2)).code("bench", words(), home.root()) != 0) {
            throw new Trouble("The benchmark broke off. All that it said is in " + home.log("bench"));
        }
        return (List<?>) Json.read(read(home.folder().resolve("bench.json")));
    }

    private Object ofTheWhole(String name) {
        Portal.checkNode();
        Home folder = new Home(home.root(), home.folder().resolve("bench")).create();
        OwnStack stack = new OwnStack(home, folder, Map.of("MOORAGE_MACHINE_SECONDS", "0"), console);
        int pairs = arguments.has("--quick") ? 1 : PAIRS;
        return switch (name) {
            case "P9" -> told(new WarmStart(stack).measure(pairs));
            case "LOGIN" -> logIns(stack, pairs);
            default -> clickToShown(folder, stack);
        };
    }

    private Object logIns(OwnStack stack, int pairs) {
        try {
            stack.moorage("up", "--detach", "--clean");
            return told(new LogIns(stack.setup()).measure(pairs));
        } finally {
            stack.down();
        }
    }

    private Object told(Pairs measured) {
        console.line(measured.line());
        return measured.json();
    }

    /** On machines that need no time. */
    private Object clickToShown(Home folder, OwnStack stack) {
        Path e2e = home.root().resolve("checks/e2e");
        Path report = TestRun.fresh(folder, "p4.json");
        try {
            stack.moorage("up", "--detach", "--clean");
            Portal.install("e2e-install", e2e, folder);
            List<String> words = new ArrayList<>(List.of("node", "bench/click-to-shown.mjs", report.toString()));
            if (arguments.has("--quick")) {
                words.addAll(List.of("1", "3"));
            }
            new Tool(folder, stack.environmentOfTests(), console::line).run("p4", words, e2e);
            return Json.read(read(report));
        } finally {
            stack.down();
        }
    }

    private List<String> words() {
        Path jar = JarProgram.jar(home, MODULE);
        List<String> words = new ArrayList<>(List.of(
                Command.javaProgram(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + File.pathSeparator + classpath(jar.resolveSibling("classpath")),
                "io.moorage.bench.Bench",
                "--root=" + home.root(),
                "--report=" + home.folder().resolve("bench.json")));
        words.addAll(arguments.flags());
        arguments.operands().stream().filter(name -> !isOfTheWhole(name)).forEach(words::add);
        return words;
    }

    /** What Maven wrote down when it built the module. */
    private static String classpath(Path file) {
        return read(file).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Trouble.of("reading " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw Trouble.of("writing " + file, e);
        }
    }
}
