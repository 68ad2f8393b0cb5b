package io.moorage.inventory.action;

import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.RequestKey;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.server.ContactRole;
import io.moorage.inventory.server.ServerRefused;
import io.moorage.inventory.server.Servers;
import io.moorage.web.Caller;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes wishes for actions: the server has to be the caller's to operate, in service, and free. */
@Component
class ServerActionRequests {
    private static final int ATTEMPTS = 3;

    private final Servers servers;
    private final ServerBusy busy;
    private final Commands commands;
    private final Clock clock;

    ServerActionRequests(Servers servers, ServerBusy busy, Commands commands, Clock clock) {
        this.servers = servers;
        this.busy = busy;
        this.commands = commands;
        this.clock = clock;
    }

    /** @return the new action's id */
    String request(Caller caller, String server, ActionType type, @Nullable String image) {
        Servers.Machine machine = operable(caller, server);
        switch (machine.status()) {
            case "provisioning" -> throw ServerActionRefused.serverNotActive("server-not-ready", server);
            case "suspended" -> throw ServerActionRefused.serverNotActive("server-suspended", server);
            case "cancelled" -> throw ServerActionRefused.serverNotActive("server-cancelled", server);
            default -> {}
        }
        if (type == ActionType.REINSTALL) check(image);
        RequestAction wish = new RequestAction(
                RequestKey.id(Uuid7::next),
                caller.actingAccount(),
                server,
                type,
                type == ActionType.REINSTALL ? image : null,
                caller.userId(),
                clock.instant());
        send(wish);
        return wish.actionId();
    }

    /** The server, if the caller may operate it: its administrative or technical contact. */
    Servers.Machine operable(Caller caller, String server) {
        Servers.Machine machine = servers.find(caller.reach(), server).orElseThrow(ServerRefused::notFound);
        if (!ContactRole.coverTechnicalWork(machine.roles())) throw ServerRefused.roleMissing();
        return machine;
    }

    private static void check(@Nullable String image) {
        if (image == null || image.isBlank()) throw ServerActionRefused.imageRequired();
        if (!Images.isKnown(image)) throw ServerActionRefused.imageUnknown();
    }

    /** Nobody looks whether the server is free: the row's key decides, and then it is looked up who has it. */
    private void send(RequestAction wish) {
        for (int attempt = 1; ; attempt++) {
            try {
                commands.send(wish);
                return;
            } catch (DuplicateKeyException taken) {
                Optional<String> blocking = busy.blocking(wish.server());
                if (blocking.isPresent()) throw ServerActionRefused.serverBusy(wish.server(), blocking.get());
                if (attempt == ATTEMPTS) throw taken; // it isn't the one that ended just now
            }
        }
    }
}
