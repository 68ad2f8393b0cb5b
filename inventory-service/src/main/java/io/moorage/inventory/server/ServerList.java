package io.moorage.inventory.server;

import io.moorage.eventstore.WithCommand;
import io.moorage.inventory.server.ServerEvent.ServerAllocated;
import io.moorage.inventory.server.ServerEvent.ServerImageInstalled;
import io.moorage.inventory.server.ServerEvent.ServerPowerChanged;
import io.moorage.inventory.server.ServerEvent.ServerProvisioned;
import io.moorage.inventory.server.ServerEvent.ServerRescueChanged;
import java.sql.Timestamp;
import java.util.Collection;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rows that lists of servers are read from, and what servers are found by. */
@WithCommand(tables = {"server", "server_term"})
class ServerList {
    /** As many digits as a number can have. */
    private static final int DIGITS = 12;

    private final JdbcClient jdbc;

    ServerList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ServerAllocated event) {
        for (String account : event.contacts().holders()) {
            insert(account, event);
            term(account, event.number(), event.number());
            term(account, event.number(), Tags.folded(event.name()));
            for (String ip : event.ips()) address(account, event.number(), ip);
        }
    }

    private void insert(String account, ServerAllocated event) {
        Specification specification = event.specification();
        jdbc.sql("""
                insert into server (account, number, roles, position, name, sort_name, kind, location, datacenter, status, overdue,
                    power, rescue, ips, cpus, cores, ram_gb, disk_gb, gpu, image, driver, driver_address, created_at)
                values (?, ?, ?::text[], ?, ?, ?, ?, ?, ?, 'provisioning', false,
                    'off', false, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        account,
                        event.number(),
                        array(event.contacts().rolesOf(account).stream()
                                .map(ContactRole::code)
                                .toList()),
                        position(event.number()),
                        event.name(),
                        Tags.folded(event.name()),
                        event.kind(),
                        event.location(),
                        event.datacenter(),
                        array(event.ips()),
                        specification.cpus(),
                        specification.cores(),
                        specification.ramGb(),
                        specification.diskGb())
                .param(specification.gpu())
                .params(event.image(), event.driver().kind(), event.driver().address(), Timestamp.from(event.at()))
                .update();
    }

    private static String position(String number) {
        return "0".repeat(DIGITS - number.length()) + number;
    }

    /** A name may be the same as the number. */
    private void term(String account, String number, String term) {
        jdbc.sql("insert into server_term (account, term, number) values (?, ?, ?) on conflict do nothing")
                .params(account, term, number)
                .update();
    }

    private void address(String account, String number, String ip) {
        jdbc.sql("""
                insert into server_term (account, term, number, ip) values (?, ?, ?, ?::inet)
                on conflict (account, number, term) do update set ip = excluded.ip
                """).params(account, ip, number, ip).update();
    }

    @EventHandler
    void on(ServerProvisioned event) {
        jdbc.sql("update server set power = 'on' where number = ?")
                .param(event.number())
                .update();
        on((Standing) event);
    }

    @EventHandler
    void on(Standing event) {
        jdbc.sql("update server set status = ?, overdue = ? where number = ?")
                .params(event.status().code(), event.overdue(), event.number())
                .update();
    }

    @EventHandler
    void on(ServerPowerChanged event) {
        jdbc.sql("update server set power = ? where number = ?")
                .params(event.on() ? "on" : "off", event.number())
                .update();
    }

    @EventHandler
    void on(ServerRescueChanged event) {
        jdbc.sql("update server set rescue = ? where number = ?")
                .params(event.on(), event.number())
                .update();
    }

    @EventHandler
    void on(ServerImageInstalled event) {
        jdbc.sql("update server set image = ? where number = ?")
                .params(event.image(), event.number())
                .update();
    }

    /** As PostgreSQL reads one; of words that need no quotes. */
    private static String array(Collection<String> words) {
        return "{" + String.join(",", words) + "}";
    }
}
