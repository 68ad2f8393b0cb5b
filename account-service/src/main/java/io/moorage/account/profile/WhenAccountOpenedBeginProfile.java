package io.moorage.account.profile;

import io.moorage.account.account.AccountEvent.AccountOpened;
import io.moorage.eventstore.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * Fills a new account's profile with what the user told when they registered. Apart from opening the account, so that
 * no transaction stays open while identity-service is asked; as long as it doesn't answer, it is asked again.
 */
@Policy
class WhenAccountOpenedBeginProfile {
    private final RegisteredUsers users;
    private final Profiles profiles;

    WhenAccountOpenedBeginProfile(RegisteredUsers users, Profiles profiles) {
        this.users = users;
        this.profiles = profiles;
    }

    @EventHandler
    void on(AccountOpened event) {
        profiles.begin(event.account(), users.find(event.owner()));
    }
}
