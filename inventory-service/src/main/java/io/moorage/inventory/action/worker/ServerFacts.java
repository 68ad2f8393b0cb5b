package io.moorage.inventory.action.worker;

import io.moorage.eventstore.Commands;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.server.ServerCommand.RecordImage;
import io.moorage.inventory.server.ServerCommand.RecordPower;
import io.moorage.inventory.server.ServerCommand.RecordRescue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells a server what an action that succeeded has made of it. Told again, it knows already. */
@Component
class ServerFacts {
    private final Commands commands;
    private final Clock clock;

    ServerFacts(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    void record(OpenAction action) {
        Instant at = clock.instant();
        String server = action.server();
        commands.send(new RecordPower(server, action.type() != ActionType.POWER_OFF, at));
        switch (action.type()) {
            case REINSTALL -> {
                if (action.image() != null) commands.send(new RecordImage(server, action.image(), at));
                commands.send(new RecordRescue(server, false, at));
            }
            case RESCUE_ON -> commands.send(new RecordRescue(server, true, at));
            case RESCUE_OFF -> commands.send(new RecordRescue(server, false, at));
            case POWER_ON, POWER_OFF, REBOOT -> {}
        }
    }
}
