package io.moorage.inventory.server;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Transactions;
import io.moorage.inventory.server.ServerCommand.ChangeReverseDns;
import io.moorage.inventory.server.ServerCommand.ChangeTags;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what customers write themselves and says so in the log, both or neither; the server decides whether it may be. */
@Component
class OwnWordsChange {
    private final OwnWords words;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    OwnWordsChange(OwnWords words, Commands commands, Transactions transactions, Clock clock) {
        this.words = words;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws ServerRefused if the account holds no role that covers it, or the server is no more */
    void tag(String account, String number, Tags tags) {
        transactions.together(() -> {
            commands.send(new ChangeTags(number, account, clock.instant()));
            words.tag(number, tags);
        });
    }

    /**
     * @param name null to take the name away
     * @throws ServerRefused if the account holds no role that covers it, or the address isn't the server's
     */
    void name(String account, String number, Ip ip, @Nullable HostName name) {
        transactions.together(() -> {
            commands.send(new ChangeReverseDns(number, account, ip.text(), clock.instant()));
            if (name == null) words.unname(number, ip);
            else words.name(number, ip, name);
        });
    }
}
