package io.moorage.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ./moorage …}. */
public final class Main {
    private static final String HELP = """
            ./moorage up [--detach] [--clean] [--scale billing=2] [--only part,part] [--no-build]
                                    builds what is stale, starts everything, stays until Ctrl-C
            ./moorage status [--json]   how every part is
            ./moorage logs [part] [-f]  a part's log, or the end of all
            ./moorage stop <part>       stops one part; it stays stopped
            ./moorage start <part>      starts it again
            ./moorage down              stops everything
            ./moorage demo              walks a top-up as a customer would
            ./moorage test [--fast]     every test; --fast leaves out what needs the whole stack

            MOORAGE_PORT moves the gateway from 8080, MOORAGE_HOME the data from .moorage.
            """;

    private Main() {}

    /** Runs one command; 0 if it went well, 1 with one line of explanation if not. */
    public static void main(String[] words) {
        Console console =
                new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        try {
            System.exit(run(Arguments.parse(words), Home.find(System.getenv()), console));
        } catch (Trouble e) {
            if (!e.text().isEmpty()) {
                new Console(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
                        .line(e.text());
            }
            System.exit(1);
        }
    }

    private static int run(Arguments arguments, Home home, Console console) {
        switch (arguments.command()) {
            case "up" -> new Up(home, arguments, console).run();
            case "down" -> new Down(home, console).run();
            case "status" -> status(home, arguments.has("--json"), console);
            case "logs" -> new Logs(home).show(arguments.operands(), arguments.has("-f"), console);
            case "stop" -> stop(home, arguments.operands().getFirst(), console);
            case "start" -> start(home, arguments.operands().getFirst(), console);
            case "demo" -> demo(home, console);
            case "test" -> {
                return new TestRun(home, console).run(arguments.has("--fast")) ? 0 : 1;
            }
            default -> console.line(HELP.strip());
        }
        return 0;
    }

    private static void status(Home home, boolean json, Console console) {
        Setup setup = Session.read(home)
                .orElseGet(() -> new Session(
                        Session.Mode.STARTING, Pid.self(), Up.gatewayPort(System.getenv()), java.util.Map.of()))
                .setup(home);
        Status status = Status.now(setup);
        if (json) {
            console.line(status.json());
        } else {
            console.line(setup.publicUrl() + (status.allReady() ? "  all ready" : ""));
            status.print(console);
        }
    }

    private static void stop(Home home, String name, Console console) {
        Up.named(parts(home), name);
        if (new Running(home).process(name).isEmpty()) {
            console.line(name + " doesn't run.");
        }
        new Stopper(home, console).stop(name);
    }

    private static void start(Home home, String name, Console console) {
        Part part = Up.named(parts(home), name);
        if (new Running(home).process(name).isPresent()) {
            console.line(name + " runs already.");
            return;
        }
        new Starter(home, console).start(part);
    }

    /** With a stack of its own where none runs. */
    private static void demo(Home home, Console console) {
        boolean runs = !new Running(home).alive().isEmpty();
        if (!runs) {
            new Up(home, Arguments.parse("up", "--detach"), console).run();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> new Down(home, console).run()));
        }
        new Demo(Session.read(home).orElseThrow().setup(home), console).run();
    }

    private static List<Part> parts(Home home) {
        Session session = Session.read(home)
                .orElseThrow(() -> new Trouble("Moorage doesn't run here. `./moorage up` starts it."));
        return new Parts(session.setup(home)).all();
    }
}
