package io.moorage.account.account;

import io.moorage.account.account.AccountCommand.RecordOwnersEmailChange;
import io.moorage.contracts.identity.EmailChanged;
import io.moorage.eventstore.Commands;
import io.moorage.messaging.Subscription;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A user's e-mail address changed: so did that of their own account. Who has none yet begins with the new one. What
 * follows from it happens apart, so that no transaction stays open while identity-service is asked.
 */
@Component
class WhenEmailChangedRecordIt implements Subscription<EmailChanged> {
    private final Accounts accounts;
    private final Commands commands;
    private final Clock clock;

    WhenEmailChangedRecordIt(Accounts accounts, Commands commands, Clock clock) {
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void on(EmailChanged event) {
        String account = accounts.ownedBy(Set.of(event.userId())).get(event.userId());
        if (account != null) commands.send(new RecordOwnersEmailChange(account, clock.instant()));
    }
}
