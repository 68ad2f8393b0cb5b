package io.moorage.inventory.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What customers write themselves: tags, and the names of their addresses. It may be anything, personal data too, so it
 * is kept beside the log, where it can be erased; events only tell that it changed.
 */
@Component
class OwnWords {
    private final JdbcClient jdbc;

    OwnWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By server number, in the order given; servers without tags aren't in it. */
    Map<String, List<String>> tags(String account, Collection<String> numbers) {
        Map<String, List<String>> tags = new HashMap<>();
        jdbc.sql("select number, tag from server_tag where account = ? and number = any(?) order by number, n")
                .params(account, numbers.toArray(String[]::new))
                .query(row -> {
                    tags.computeIfAbsent(row.getString("number"), number -> new ArrayList<>())
                            .add(row.getString("tag"));
                });
        return tags;
    }

    /** For every account that holds a role on the server. */
    void tag(String number, Tags tags) {
        jdbc.sql("delete from server_tag where number = ? and account in (select account from server where number = ?)")
                .params(number, number)
                .update();
        for (int n = 0; n < tags.words().size(); n++) {
            String tag = tags.words().get(n);
            jdbc.sql("""
                    insert into server_tag (account, number, n, tag, folded)
                    select account, number, ?, ?, ? from server where number = ?
                    """).params(n, tag, Tags.folded(tag), number).update();
        }
    }

    /** By address, in the order of addresses. */
    Map<String, String> reverseDns(String number) {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select ip, name from reverse_dns where number = ? order by ip::inet")
                .param(number)
                .query(row -> {
                    names.put(row.getString("ip"), row.getString("name"));
                });
        return names;
    }

    void name(String number, Ip ip, HostName name) {
        jdbc.sql("""
                insert into reverse_dns (number, ip, name) values (?, ?, ?)
                on conflict (number, ip) do update set name = excluded.name
                """).params(number, ip.text(), name.text()).update();
    }

    void unname(String number, Ip ip) {
        jdbc.sql("delete from reverse_dns where number = ? and ip = ?")
                .params(number, ip.text())
                .update();
    }
}
