package io.moorage.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** PostgreSQL: a cluster of our own with a role and a database per part, each role the owner of its database only. */
record Postgres(Setup setup) implements Part.Preparation {
    private static final List<String> DATABASES =
            List.of("identity", "account", "inventory", "billing", "gateway", "keycloak");

    /** A transaction left open anywhere in the cluster holds back every reader of events, so none may stay open for long. */
    private static final String TRANSACTION_TIMEOUT = "60s";

    static String passwordOf(String role) {
        return "database-" + role;
    }

    @Override
    public Command prepare() {
        Path programs = new PostgresPrograms(setup.home()).unpacked();
        Path data = setup.home().data("postgres");
        stopLeftOver(data);
        if (!Files.exists(data)) {
            create(programs, data);
        }
        createRoles(programs, data);
        List<String> words = new ArrayList<>(PostgresPrograms.command(programs, "postgres"));
        words.addAll(List.of("-D", data.toString()));
        Map<String, String> settings = Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(setup.ports().get("postgres")),
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "max_connections", "200",
                "shared_buffers", "128MB",
                "log_timezone", "UTC",
                "timezone", "UTC");
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return new Command(words, Map.of("LC_ALL", "C"), setup.home().data());
    }

    /** A server that outlived its record would still hold the data. */
    private static void stopLeftOver(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            long number = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            boolean ours = ProcessHandle.of(number)
                    .flatMap(process -> process.info().commandLine())
                    .filter(command -> command.contains(data.toString()))
                    .isPresent();
            if (ours) {
                Pid.living(number).ifPresent(pid -> {
                    pid.signal("INT");
                    pid.goneWithin(20_000);
                });
            }
        } catch (IOException e) {
            throw Trouble.of("reading " + file, e);
        }
    }

    /** Made beside and then renamed, so that an interrupted start leaves no half cluster. */
    private void create(Path programs, Path data) {
        Path fresh = data.resolveSibling("postgres.new");
        Path password = setup.home().run().resolve("postgres.password");
        Folders.delete(fresh);
        try {
            Files.createDirectories(fresh.getParent());
            Files.writeString(password, setup.secrets().get(passwordOf("moorage")));
            List<String> words = new ArrayList<>(PostgresPrograms.command(programs, "initdb"));
            words.addAll(List.of(
                    "--pgdata=" + fresh,
                    "--username=moorage",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--no-instructions"));
            run(words, "");
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(password);
        } catch (IOException e) {
            throw Trouble.of("making PostgreSQL's data", e);
        }
    }

    /** In single-user mode, so that neither a client nor the administrator's password is needed. */
    private void createRoles(Path programs, Path data) {
        String sql = DATABASES.stream().map(this::role).collect(Collectors.joining());
        Path done = data.resolve("moorage-roles");
        String mark = Integer.toHexString(sql.hashCode());
        try {
            if (Files.exists(done) && Files.readString(done).equals(mark)) {
                return;
            }
            List<String> words = new ArrayList<>(PostgresPrograms.command(programs, "postgres"));
            words.addAll(List.of("--single", "-D", data.toString(), "-c", "log_checkpoints=off", "postgres"));
            run(words, sql);
            Files.writeString(done, mark);
        } catch (IOException e) {
            throw Trouble.of("making PostgreSQL's roles", e);
        }
    }

    private String role(String name) {
        return """
                DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF; END $$;
                ALTER ROLE %1$s PASSWORD '%2$s';
                ALTER ROLE %1$s SET transaction_timeout = '%3$s';
                CREATE DATABASE %1$s OWNER %1$s;
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                """.formatted(name, setup.secrets().get(passwordOf(name)), TRANSACTION_TIMEOUT);
    }

    private static void run(List<String> words, String input) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> errors = output.lines()
                .filter(line -> line.contains("ERROR:") || line.contains("FATAL:"))
                .filter(line -> !line.contains("already exists"))
                .toList();
        try {
            if (process.waitFor() != 0 || !errors.isEmpty()) {
                throw new IOException(errors.isEmpty() ? output.strip() : String.join(" ", errors));
            }
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }
}
