package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stack for tests or measurements, beside any other that runs, worked by the commands that people use. */
final class OwnStack {
    private final Home checkout;
    private final Home logs;
    private final Home home;
    private final Console console;
    private final Map<String, String> environment;

    OwnStack(Home checkout, Home logs, Map<String, String> settings, Console console) {
        this.checkout = checkout;
        this.logs = logs;
        this.home = new Home(checkout.root(), logs.folder().resolve("stack"));
        this.console = console;
        this.environment = new HashMap<>(settings);
        environment.put("MOORAGE_HOME", home.folder().toString());
        environment.put(
                "MOORAGE_PORT",
                Integer.toString(new Ports(logs.folder().resolve("ports.properties")).getFree("gateway")));
    }

    Home home() {
        return home;
    }

    void moorage(String command, String... options) {
        int code = code(command, options);
        if (code != 0) {
            throw new Trouble(
                    "./moorage " + command + " ended with " + code + "; the parts' logs are in " + home.logs() + ".");
        }
    }

    /** Also when nothing runs. */
    void down() {
        code("down");
    }

    /** How long a part took from its start until it was healthy. */
    long startedInMs(String part) {
        return Status.now(setup()).parts().stream()
                .filter(line -> line.name().equals(part))
                .findFirst()
                .flatMap(Status.Line::startedInMs)
                .orElseThrow(() -> new Trouble("It isn't known how long " + part + " took to start."));
    }

    Setup setup() {
        return Session.read(home).orElseThrow().setup(home);
    }

    private int code(String command, String... options) {
        List<String> words =
                new ArrayList<>(List.of(checkout.root().resolve("moorage").toString(), command));
        words.addAll(List.of(options));
        return new Tool(logs, environment, line -> console.line("    | " + line)).code(command, words, checkout.root());
    }

    /** What a program needs to find the stack that runs. */
    Map<String, String> environmentOfTests() {
        Path status = TestRun.fresh(logs, "status.json");
        try {
            Files.writeString(status, Status.now(setup()).json());
        } catch (IOException e) {
            throw Trouble.of("writing " + status, e);
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("MOORAGE_STATUS", status.toString());
        return all;
    }
}
