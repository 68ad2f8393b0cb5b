package io.moorage.account.account;

import io.moorage.account.account.AccountCommand.OpenAccount;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.eventstore.Commands;
import io.moorage.messaging.Subscription;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Everybody who registers is a customer: their account is opened under the first of their handles that is free. */
@Component
class WhenUserRegisteredOpenAccount implements Subscription<UserRegistered> {
    private final Accounts accounts;
    private final Commands commands;
    private final Clock clock;

    WhenUserRegisteredOpenAccount(Accounts accounts, Commands commands, Clock clock) {
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Told again, the user's handle is found taken by the user, and opening another account under the next one is no
     * more than once asked. Of two users who meet on one handle the later one's transaction is tried again as a whole.
     */
    @Override
    public void on(UserRegistered event) {
        commands.send(new OpenAccount(freeHandle(event.userId()).text(), event.userId(), clock.instant()));
    }

    private Handle freeHandle(String userId) {
        int attempt = 0;
        Handle handle = Handle.derive(userId, attempt);
        while (accounts.has(handle)) handle = Handle.derive(userId, ++attempt);
        return handle;
    }
}
