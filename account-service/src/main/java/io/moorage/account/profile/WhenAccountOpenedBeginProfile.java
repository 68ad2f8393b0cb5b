package io.moorage.account.profile;

import io.moorage.account.account.AccountEvent.AccountOpened;
import io.moorage.account.mail.Mail;
import io.moorage.account.mail.MailRoom;
import io.moorage.account.profile.RegisteredUsers.RegisteredUser;
import io.moorage.eventstore.Policy;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/**
 * Fills a new account's profile with what the user told when they registered, and writes to the address that is known
 * now which handle the account has (product book §1). Apart from opening the account, so that no transaction stays open
 * while identity-service is asked; as long as it doesn't answer, it is asked again.
 */
@Policy
class WhenAccountOpenedBeginProfile {
    private final RegisteredUsers users;
    private final Profiles profiles;
    private final MailRoom mailRoom;

    WhenAccountOpenedBeginProfile(RegisteredUsers users, Profiles profiles, MailRoom mailRoom) {
        this.users = users;
        this.profiles = profiles;
        this.mailRoom = mailRoom;
    }

    @EventHandler
    void on(AccountOpened event) {
        RegisteredUser user = users.find(event.owner());
        profiles.begin(event.account(), user);
        mailRoom.send(handleOf(event, user));
    }

    private static Mail handleOf(AccountOpened event, RegisteredUser user) {
        return new Mail(
                "account-opened:" + event.account(),
                event.account(),
                event.owner(),
                user.email(),
                user.language(),
                "account-opened",
                Map.of("firstName", user.firstName(), "handle", event.account()),
                Map.of());
    }
}
