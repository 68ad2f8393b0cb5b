package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How every part is at this moment. */
record Status(Setup setup, List<Line> parts) {
    static final String DEMO_PASSWORD = "moorage-demo";
    /** As an authenticator app takes it. */
    static final String DEMO_TOTP_SECRET = "MOORAGEDEMOAUTHENTICATOR";

    /** Ready, starting, not-ready (it was, and doesn't answer now), failed (it ended by itself), or stopped. */
    record Line(
            String name,
            String state,
            int port,
            Optional<Long> pid,
            Optional<Long> rssMiB,
            Optional<Long> startedInMs) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("state", state);
            json.put("port", port);
            json.put("pid", pid);
            json.put("rssMiB", rssMiB);
            json.put("startedInMs", startedInMs);
            return json;
        }
    }

    static Status now(Setup setup) {
        Running running = new Running(setup.home());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Line>> lines = new ArrayList<>();
            for (Part part : new Parts(setup).all()) {
                lines.add(threads.submit(() -> line(part, running)));
            }
            return new Status(setup, lines.stream().map(Status::get).toList());
        }
    }

    private static Line get(Future<Line> line) {
        try {
            return line.get();
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        } catch (ExecutionException e) {
            throw new Trouble("The state of a part could not be read: " + e.getCause(), e);
        }
    }

    boolean allReady() {
        return parts.stream().allMatch(line -> line.state().equals("ready"));
    }

    private static Line line(Part part, Running running) {
        Optional<Pid> process = running.process(part.name());
        Optional<Long> startedIn = running.startedIn(part.name());
        String state = process.isPresent()
                ? alive(part, startedIn.isPresent())
                : running.recorded().contains(part.name()) && !running.isStopped(part.name()) ? "failed" : "stopped";
        return new Line(
                part.name(),
                state,
                part.port(),
                process.map(Pid::number),
                process.map(pid -> residentMiB(pid.number())),
                process.isPresent() ? startedIn : Optional.empty());
    }

    private static String alive(Part part, boolean wasReady) {
        if (part.probe().isReady()) {
            return "ready";
        }
        return wasReady ? "not-ready" : "starting";
    }

    /** Resident memory with that of its children, of which only their own: PostgreSQL's share one buffer. */
    private static long residentMiB(long pid) {
        long kib = memory(pid, "VmRSS:");
        kib += ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> memory(child.pid(), "RssAnon:"))
                .sum();
        return kib >> 10;
    }

    private static long memory(long pid, String field) {
        Path file = Path.of("/proc/" + pid + "/status");
        try {
            if (!Files.exists(file)) {
                String kib = Shell.output("ps", "-o", "rss=", "-p", Long.toString(pid))
                        .strip();
                return kib.isEmpty() ? 0 : Long.parseLong(kib);
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("portal", setup.publicUrl());
        json.put("api", setup.publicUrl() + "/api/v1");
        json.put("devPhone", setup.local("phone"));
        json.put("mail", setup.local("simulators") + "/mail");
        json.put("machines", setup.local("simulators") + "/machines");
        json.put("kafka", "127.0.0.1:" + setup.ports().get("kafka"));
        json.put("keycloak", setup.keycloakUrl());
        json.put("parts", parts.stream().map(Line::json).toList());
        json.put("logins", logins());
        return Json.write(json);
    }

    static List<Map<String, Object>> logins() {
        return List.of(
                login(
                        "xx11111-mo",
                        "demo",
                        "demo@hst-test.eu",
                        "+33600000001",
                        "Camille Durand, a customer, in French"),
                login(
                        "zz22222-mo",
                        "second",
                        "second@example.eu",
                        "",
                        "Sam Keller, a second customer, in English; authenticator app with the key "
                                + DEMO_TOTP_SECRET),
                login(
                        "cu74110-mo",
                        "technician",
                        "tech@example.eu",
                        "",
                        "Alex Martin, who may act for xx11111-mo as its technician, in French, without a second factor"),
                login(
                        "pr00000-mo",
                        "staff",
                        "staff@moorage.example",
                        "+33600000003",
                        "Robin Weber of the provider's staff, who may act for every customer, in English"));
    }

    static Map<String, Object> login(String name) {
        return logins().stream()
                .filter(login -> name.equals(login.get("login")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> login(String account, String login, String email, String phone, String says) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", account);
        json.put("login", login);
        json.put("email", email);
        json.put("password", DEMO_PASSWORD);
        json.put("phone", phone.isEmpty() ? Optional.empty() : phone);
        json.put("says", says);
        return json;
    }

    void print(Console console) {
        for (Line line : parts) {
            console.line(String.format(
                            Locale.ROOT,
                            "  %-12s %-10s %5d  %8s %9s %9s",
                            line.name(),
                            line.state(),
                            line.port(),
                            line.pid().map(pid -> "pid " + pid).orElse(""),
                            line.rssMiB().map(mib -> mib + " MiB").orElse(""),
                            line.startedInMs()
                                    .map(ms -> String.format(Locale.ROOT, "%.1f s", ms / 1000.0))
                                    .orElse(""))
                    .stripTrailing());
        }
    }
}
