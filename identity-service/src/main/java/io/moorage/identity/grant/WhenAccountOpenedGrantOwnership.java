package io.moorage.identity.grant;

import io.moorage.contracts.account.AccountOpened;
import io.moorage.eventstore.Commands;
import io.moorage.identity.grant.OwnershipCommand.GrantOwnership;
import io.moorage.messaging.Subscription;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whoever an account was opened for may act for it. */
@Component
class WhenAccountOpenedGrantOwnership implements Subscription<AccountOpened> {
    private final Commands commands;
    private final Clock clock;

    WhenAccountOpenedGrantOwnership(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void on(AccountOpened event) {
        commands.send(new GrantOwnership(event.account(), event.owner(), event.kind(), clock.instant()));
    }
}
