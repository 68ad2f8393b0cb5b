package io.moorage.identity.publishing;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.identity.user.UserEvent;
import io.moorage.messaging.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. Who owns an account is told by account-service, so ownership stays private. */
@Component
class IdentityPublisher implements PublishedEvents {

    @Override
    public String service() {
        return "identity";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case UserEvent.UserRegistered e -> new UserRegistered(e.userId());
            default -> null;
        };
    }
}
