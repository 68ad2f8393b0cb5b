package io.moorage.account.profile;

import io.moorage.account.account.AccountEvent.OwnersEmailChanged;
import io.moorage.eventstore.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * Writes to the owner's new address from now on. Takes the one that holds now, so that changes that are told late or
 * twice never bring back an older one; asked again as long as identity-service doesn't answer.
 */
@Policy
class WhenOwnersEmailChangedFollowIt {
    private final RegisteredUsers users;
    private final Profiles profiles;

    WhenOwnersEmailChangedFollowIt(RegisteredUsers users, Profiles profiles) {
        this.users = users;
        this.profiles = profiles;
    }

    @EventHandler
    void on(OwnersEmailChanged event) {
        profiles.changeEmail(event.account(), users.find(event.owner()).email());
    }
}
