package io.moorage.account.account;

import io.moorage.account.account.AccountCommand.OpenAccount;
import io.moorage.contracts.account.AccountKind;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.eventstore.Commands;
import io.moorage.messaging.Subscription;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Everybody who registers is a customer, but for the one user whom the settings name as the provider's: their account is
 * opened under the first of their handles that is free.
 */
@Component
class WhenUserRegisteredOpenAccount implements Subscription<UserRegistered> {
    private final Accounts accounts;
    private final Commands commands;
    private final Clock clock;
    private final String providersOwner;

    /** @param providersOwner the user who owns the provider's account; empty where there is none yet */
    WhenUserRegisteredOpenAccount(
            Accounts accounts,
            Commands commands,
            Clock clock,
            @Value("${moorage.providers-owner}") String providersOwner) {
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
        this.providersOwner = providersOwner;
    }

    /**
     * Told again, the user's handle is found taken by the user, and opening another account under the next one is no
     * more than once asked. Of two users who meet on one handle the later one's transaction is tried again as a whole.
     */
    @Override
    public void on(UserRegistered event) {
        String user = event.userId();
        String kind = user.equals(providersOwner) ? AccountKind.PROVIDER : AccountKind.CUSTOMER;
        commands.send(new OpenAccount(freeHandle(user).text(), user, kind, clock.instant()));
    }

    private Handle freeHandle(String userId) {
        int attempt = 0;
        Handle handle = Handle.derive(userId, attempt);
        while (accounts.has(handle)) handle = Handle.derive(userId, ++attempt);
        return handle;
    }
}
