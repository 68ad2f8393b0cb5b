package io.moorage.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL for one test alone, durable as in production, that it may kill, and start again on the same data. */
public final class TestPostgresServer implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    private TestPostgresServer(Path data) throws IOException {
        this.data = data;
        this.server = start(data, TestPorts.free());
    }

    public static TestPostgresServer startOwn() throws IOException {
        return new TestPostgresServer(Files.createTempDirectory("moorage-postgres"));
    }

    /** Always on the same port, so that clients find it again. */
    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                // Small segments: a limit on the size of files then reaches the tables before the log.
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // What nobody waits for isn't on the disk yet when the server is killed.
                .setServerConfig("wal_writer_delay", "10s")
                .setServerConfig("transaction_timeout", "60s")
                .setServerConfig("max_connections", "100");
        return builder.setPort(port).start();
    }

    public int port() {
        return server.getPort();
    }

    /** An empty database of that name; user {@code postgres}, any password. */
    public String create(String database) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
            return server.getJdbcUrl("postgres", database);
        }
    }

    /** The server and all its children. */
    public List<ProcessHandle> processes() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        return ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** Ends all processes at once with {@code kill -9}, as when the machine's power fails but for the disk's cache. */
    public void kill() throws IOException {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Starts the server again on what it had stored; it recovers by itself before this returns. */
    public void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = start(data, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
