package io.moorage.bench.reference;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Servers as inventory-service keeps them for its lists, and the SQL that a list takes, by JDBC alone. */
public final class BareServers {
    /** One more than a page, which only tells that another follows. */
    private static final int PAGE = 51;

    private static final String LIST =
            "select * from server where account = ? and location = ? and status = ? order by position limit " + PAGE;
    private static final String NUMBERS =
            "select number from server_term where account = ? and %s union all select number from server_tag where account = ? and folded >= ? and folded < ? limit 10001";
    private static final String BY_NUMBERS =
            "select * from server where account = ? and number = any(?) order by position limit " + PAGE;
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private final DataSource pool;

    /** @param pool to the database of an inventory-service */
    public BareServers(DataSource pool) {
        this.pool = pool;
    }

    /** One account holds half of them, the others a hundred each. */
    public void fill(int servers, String largest) {
        JdbcTemplate sql = new JdbcTemplate(pool);
        sql.execute("create temp table made as select i, i::text as number, case when i % 2 = 0 then '" + largest
                + "' else 'zz' || lpad((i / 200)::text, 5, '0') || '-mo' end as account,"
                + " '10.' || i / 65536 || '.' || i / 256 % 256 || '.' || i % 256 as ip from generate_series(10000, "
                + (9_999 + servers) + ") i");
        sql.execute("""
                insert into server (account, number, roles, position, name, sort_name, kind, location, datacenter, status, overdue, power,
                    rescue, ips, cpus, cores, ram_gb, disk_gb, image, driver, driver_address, created_at)
                select account, number, '{admin,technical,billing}', lpad(number, 12, '0'), 'node-' || number, 'node-' || number, 'vps',
                    (array['NL', 'US', 'FR', 'DE'])[1 + i / 2 % 4], 'AMS1', case when i % 20 < 2 then 'suspended' else 'active' end, i % 50 < 2,
                    'on', false, array[ip], 1, 4, 8, 100, 'debian-13', 'simulated', number, now() - i * interval '1 second' from made
                """);
        sql.execute("""
                insert into server_term (account, term, number, ip) select account, number, number, null::inet from made
                union all select account, 'node-' || number, number, null from made union all select account, ip, number, ip::inet from made
                """);
        sql.execute("""
                insert into server_tag (account, number, n, tag, folded)
                select account, number, 0, 'rack-' || i / 100, 'rack-' || i / 100 from made
                """);
        sql.execute("drop table made");
        for (String table : List.of("server", "server_term", "server_tag")) sql.execute("vacuum analyze " + table);
    }

    public void list(String account, String location, String status) throws SQLException {
        try (var connection = pool.getConnection();
                var query = connection.prepareStatement(LIST)) {
            query.setString(1, account);
            query.setString(2, location);
            query.setString(3, status);
            read(query);
        }
    }

    public void byBeginning(String account, String text) throws SQLException {
        search(account, "term >= ? and term < ?", text, text + AFTER_ALL, text);
    }

    public void byNetwork(String account, String first, String last, String text) throws SQLException {
        search(account, "ip >= ?::inet and ip <= ?::inet", first, last, text);
    }

    private void search(String account, String condition, String from, String to, String text) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (var connection = pool.getConnection()) {
            try (var query = connection.prepareStatement(NUMBERS.formatted(condition))) {
                query.setString(1, account);
                query.setString(2, from);
                query.setString(3, to);
                query.setString(4, account);
                query.setString(5, text);
                query.setString(6, text + AFTER_ALL);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) numbers.add(rows.getString(1));
                }
            }
            try (var query = connection.prepareStatement(BY_NUMBERS)) {
                query.setString(1, account);
                query.setArray(2, connection.createArrayOf("text", numbers.toArray()));
                read(query);
            }
        }
    }

    private static void read(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) for (int i = 1; i <= columns; i++) rows.getObject(i);
        }
    }
}
