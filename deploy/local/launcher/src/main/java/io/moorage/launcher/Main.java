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
            ./moorage parked [service]  what failed and was put aside; with `retry <id>|all` tries it at once,
                                    with `drop <id>` gives it up for good
            ./moorage verify [service]  checks that events are as they were written; 1 if any isn't
            ./moorage rebuild [service [read model]]  replays the log into fresh tables while all goes on;
                                    alone it lists what can be rebuilt
            ./moorage demo              tops up and reboots a server as a customer would
            ./moorage test [--fast]     every test; --fast leaves out what needs the whole stack
            ./moorage bench [name…] [--quick] [--pairs=5] [--seconds=3] [--clients=8,16]
                                    how fast it is, each figure beside a reference: P1 to P6, CLI

            MOORAGE_PORT moves the gateway from 8080, MOORAGE_HOME the data from .moorage.
            MOORAGE_MACHINE_SECONDS is how long simulated machines take: 5-15, or 0 for at once.
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
            case "parked" -> new ParkedWork(setup(home), console).run(arguments.operands());
            case "verify" -> {
                return new Verify(setup(home), console).run(arguments.operands()) ? 0 : 1;
            }
            case "rebuild" -> new Rebuild(setup(home), console).run(arguments.operands());
            case "demo" -> demo(home, console);
            case "bench" -> new BenchRun(home, arguments, console).run();
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
        return new Parts(setup(home)).all();
    }

    private static Setup setup(Home home) {
        return Session.read(home)
                .orElseThrow(() -> new Trouble("Moorage doesn't run here. `./moorage up` starts it."))
                .setup(home);
    }
}
