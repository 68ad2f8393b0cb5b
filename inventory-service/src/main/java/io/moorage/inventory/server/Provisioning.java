package io.moorage.inventory.server;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Transactions;
import io.moorage.inventory.server.ServerCommand.AllocateServer;
import io.moorage.inventory.server.ServerCommand.ChangeTags;
import io.moorage.inventory.server.ServerCommand.RecordOverdue;
import io.moorage.inventory.server.ServerCommand.RecordProvisioned;
import io.moorage.inventory.server.ServerCommand.SuspendServer;
import io.moorage.web.Reach;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Takes a server into the inventory, at once as it is to be, or not at all. Asked again it changes nothing, except that a
 * server that wasn't ready becomes so.
 */
@Component
class Provisioning {
    private final Servers servers;
    private final ServerBodies bodies;
    private final OwnWords words;
    private final Commands commands;
    private final Transactions transactions;

    Provisioning(Servers servers, ServerBodies bodies, OwnWords words, Commands commands, Transactions transactions) {
        this.servers = servers;
        this.bodies = bodies;
        this.words = words;
        this.commands = commands;
        this.transactions = transactions;
    }

    /**
     * @param status what it is to be once taken in
     * @throws ServerRefused if the number is another account's
     */
    ServerBody provision(AllocateServer wish, ServerStatus status, boolean overdue, Tags tags) {
        String account = wish.contacts().admin();
        transactions.together(() -> {
            if (servers.machine(wish.number()).isEmpty()) allocate(wish, status, overdue, tags);
            else if (servers.find(Reach.everything(account), wish.number()).isEmpty())
                throw ServerRefused.numberTaken(wish.number());
            if (status != ServerStatus.PROVISIONING) commands.send(new RecordProvisioned(wish.number(), wish.at()));
        });
        return bodies.card(Reach.everything(account), wish.number()).orElseThrow(ServerRefused::notFound);
    }

    private void allocate(AllocateServer wish, ServerStatus status, boolean overdue, Tags tags) {
        String number = wish.number();
        Instant at = wish.at();
        commands.send(wish);
        if (status == ServerStatus.SUSPENDED) commands.send(new SuspendServer(number, SuspensionReason.PROVIDER, at));
        if (overdue) commands.send(new RecordOverdue(number, true, at));
        if (tags.words().isEmpty()) return;
        commands.send(new ChangeTags(number, wish.contacts().admin(), at));
        words.tag(number, tags);
    }
}
