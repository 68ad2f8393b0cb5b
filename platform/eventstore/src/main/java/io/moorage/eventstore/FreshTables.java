package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Empty tables like those in use, in a schema of their own that comes first on the connection's search path: statements
 * that name no schema write to them. Keys are there from the start, other indexes once the tables are full.
 */
final class FreshTables {
    private static final String KEYS = """
            select conname, pg_get_constraintdef(oid) from pg_constraint
            where conrelid = (? || '.' || ?)::regclass and contype in ('p', 'u')
            """;
    private static final String INDEXES = """
            select indexdef from pg_indexes i where schemaname = ? and tablename = ? and not exists (
                select 1 from pg_constraint c where c.conname = i.indexname and c.conrelid = (schemaname || '.' || tablename)::regclass)
            """;

    private final Connection connection;
    private final String schema;
    private final String live;
    private final String[] tables;

    FreshTables(Connection connection, String name, String[] tables) throws SQLException {
        this.connection = connection;
        this.schema = "rebuild_" + name.toLowerCase(Locale.ROOT);
        this.live = connection.getSchema();
        this.tables = tables;
    }

    void create() throws SQLException {
        run("drop schema if exists " + schema + " cascade");
        run("create schema " + schema);
        for (String table : tables) {
            run(
                    "create table " + fresh(table) + " (like " + live(table)
                            + " including defaults including identity including generated including constraints including storage)");
            for (List<String> key : ask(KEYS, table, 2))
                run("alter table " + fresh(table) + " add constraint " + key.getFirst() + " " + key.getLast());
        }
        run("set search_path to " + schema + ", " + live);
        connection.commit();
    }

    void index() throws SQLException {
        for (String table : tables)
            for (List<String> index : ask(INDEXES, table, 1))
                run(index.getFirst().replace(" ON " + live + ".", " ON " + schema + "."));
        for (String table : tables) run("analyze " + fresh(table));
        connection.commit();
    }

    void takeOver() throws SQLException {
        for (String table : tables) {
            run("drop table " + live(table));
            run("alter table " + fresh(table) + " set schema " + live);
        }
    }

    void drop() throws SQLException {
        connection.rollback();
        run("set search_path to " + live);
        run("drop schema if exists " + schema + " cascade");
        connection.commit();
    }

    private String fresh(String table) {
        return schema + "." + table;
    }

    private String live(String table) {
        return live + "." + table;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<List<String>> ask(String query, String table, int columns) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, live);
            statement.setString(2, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) row.add(rows.getString(column));
                    found.add(row);
                }
            }
        }
        return found;
    }
}
