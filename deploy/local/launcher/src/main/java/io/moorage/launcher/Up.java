package io.moorage.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings the stack up, and in the foreground keeps watch over it until it is told to end. */
final class Up {
    static final int DEFAULT_PORT = 8080;
    private static final List<String> ADDRESSES =
            List.of("postgres", "kafka", "kafka-controller", "keycloak", "keycloak-management", "simulators", "smtp");

    private final Home home;
    private final Arguments arguments;
    private final Console console;
    private final Starter starter;
    private final AtomicBoolean ending = new AtomicBoolean();

    Up(Home home, Arguments arguments, Console console) {
        this.home = home;
        this.arguments = arguments;
        this.console = console;
        this.starter = new Starter(home, console);
    }

    void run() {
        home.create();
        try (FileChannel lock = lock()) {
            refuseSecond();
            cleanUp(home, console);
            home.checkSpace();
            Session session =
                    new Session(Session.Mode.STARTING, Pid.self(), gatewayPort(System.getenv()), arguments.scale());
            if (arguments.has("--clean")) {
                Folders.delete(home.data());
            }
            List<Part> parts = chosen(session.setup(home));
            checkPorts(session, parts);
            if (!arguments.has("--no-build")) {
                new Build(home, console).build(parts.stream().map(Part::name).toList());
            }
            start(session, parts);
            if (lock.isOpen() && !arguments.has("--detach")) {
                new Watch(home, console, starter)
                        .over(parts.stream().map(Part::name).toList());
            }
        } catch (IOException e) {
            throw Trouble.of("closing the lock", e);
        }
    }

    static int gatewayPort(Map<String, String> environment) {
        String port = environment.getOrDefault("MOORAGE_PORT", "");
        if (port.isBlank()) {
            return DEFAULT_PORT;
        }
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new Trouble("MOORAGE_PORT is '" + port + "', which is no port.");
        }
        return Integer.parseInt(port);
    }

    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (Optional.ofNullable(channel.tryLock()).isPresent()) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held within this very process: refused all the same.
        }
        channel.close();
        throw runsAlready(home);
    }

    private void refuseSecond() {
        boolean detached = Session.read(home)
                .filter(session -> session.mode() == Session.Mode.DETACHED)
                .isPresent();
        if (detached && !new Running(home).alive().isEmpty()) {
            throw runsAlready(home);
        }
    }

    private static Trouble runsAlready(Home home) {
        String where =
                Session.read(home).map(Session::address).orElse(home.folder().toString());
        return new Trouble("Moorage already runs on this data: " + where
                + ". `./moorage down` stops it; MOORAGE_HOME and MOORAGE_PORT start another beside it.");
    }

    /** Ends what a launcher that was killed left behind. */
    static void cleanUp(Home home, Console console) {
        Running running = new Running(home);
        if (!running.alive().isEmpty()) {
            console.line(
                    "An earlier launcher was killed; stopping what it left: " + String.join(", ", running.alive()));
            new Stopper(home, console).stopAll();
        }
        running.forgetAll();
        Session.delete(home);
    }

    private void checkPorts(Session session, List<Part> parts) {
        if (has(parts, "gateway") && !Ports.isFree(session.port())) {
            throw new Trouble("Port " + session.port()
                    + " is taken by another program. Choose another with MOORAGE_PORT, such as: MOORAGE_PORT="
                    + (session.port() + 1) + " ./moorage up");
        }
    }

    private static boolean has(List<Part> parts, String name) {
        return parts.stream().anyMatch(part -> part.name().equals(name));
    }

    /** The parts to start: all, or those named with what they need. */
    private List<Part> chosen(Setup setup) {
        ADDRESSES.forEach(setup.ports()::getFree);
        Parts.SERVICES.stream()
                .flatMap(service -> setup.instances(service).stream())
                .forEach(setup.ports()::getFree);
        List<Part> all = new Parts(setup).all();
        if (arguments.only().isEmpty()) {
            return all;
        }
        Set<String> names = new HashSet<>(arguments.only());
        names.forEach(name -> named(all, name));
        all.stream().filter(part -> arguments.only().contains(part.name())).forEach(part -> names.addAll(part.after()));
        return all.stream().filter(part -> names.contains(part.name())).toList();
    }

    static Part named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no part '" + name + "'. Parts: "
                        + String.join(", ", parts.stream().map(Part::name).toList()) + "."));
    }

    private void start(Session session, List<Part> parts) {
        session.write(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
        long begin = System.nanoTime();
        try {
            starter.start(parts);
            if (has(parts, "inventory")) {
                new DemoData(session.setup(home), console).load();
            }
            if (arguments.only().isEmpty()) {
                new DemoData(session.setup(home), console).letCustomerAct();
            }
        } catch (Trouble e) {
            if (!ending.get()) {
                console.line(e.text());
                console.line("Moorage didn't start; stopping what did.");
            }
            endAll();
            throw new Trouble("");
        }
        Session.Mode mode = arguments.has("--detach") ? Session.Mode.DETACHED : Session.Mode.FOREGROUND;
        session.in(mode).write(home);
        if (mode == Session.Mode.DETACHED) {
            ending.set(true); // from here on the parts stand alone
        }
        welcome(session, System.nanoTime() - begin);
    }

    private void welcome(Session session, long nanos) {
        console.line("");
        console.line(
                String.format(java.util.Locale.ROOT, "Moorage is up after %.1f s: %s", nanos / 1e9, session.address()));
        if (arguments.only().isEmpty()) {
            Status.logins()
                    .forEach(login -> console.line("  log in as %-8s %s   %s"
                            .formatted(login.get("login"), login.get("password"), login.get("says"))));
            console.line("  mailbox   " + session.setup(home).local("simulators") + "/mail");
            console.line("  telephone " + session.setup(home).local("phone"));
            console.line("  machines  " + session.setup(home).local("simulators") + "/machines");
        }
        console.line(arguments.has("--detach") ? "./moorage down stops it." : "Ctrl-C stops it.");
    }

    private void endAll() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        starter.stopLaunching();
        console.line("");
        new Stopper(home, console).stopAll();
        Session.delete(home);
    }
}
