package io.moorage.account.notice;

import io.moorage.account.notice.MatterCommand.AddNotice;
import io.moorage.account.notice.NoticeCode.Blank;
import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds notices about what other services tell. */
@Component
public class Notices {
    private final Commands commands;
    private final Clock clock;

    Notices(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    public void aboutAction(NoticeCode code, String account, String actionId, String type, String server) {
        add(code, account, "action/" + actionId, linkTo(server), type, server);
    }

    /** A server that changes hands is another matter for the next account. */
    public void aboutServer(NoticeCode code, String account, String server) {
        add(code, account, "server/" + server + "/" + account, linkTo(server), server);
    }

    /** Each is a matter of its own: that it happened before is no reason not to tell it again. */
    public void aboutSecurity(NoticeCode code, String account, String... values) {
        add(code, account, "security/" + Uuid7.next(), "/account/security", values);
    }

    /** @param values what the code's text mentions, in its order */
    public void aboutTopUp(NoticeCode code, String account, String topUpId, String... values) {
        add(code, account, "top-up/" + topUpId, "/billing/top-ups/" + topUpId, values);
    }

    private void add(NoticeCode code, String account, String matter, String link, String... values) {
        Map<String, String> parameters = new LinkedHashMap<>(); // in the log they stand in this order
        for (Blank blank : code.blanks()) parameters.put(blank.key(), values[parameters.size()]);
        commands.send(new AddNotice(matter, Uuid7.next().toString(), account, code, parameters, link, clock.instant()));
    }

    private static String linkTo(String server) {
        return "/services/servers/" + server;
    }
}
