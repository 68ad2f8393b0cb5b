package io.moorage.account.publishing;

import io.moorage.account.account.AccountEvent;
import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.account.AccountOpened;
import io.moorage.contracts.account.ProfileChanged;
import io.moorage.messaging.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. */
@Component
class AccountPublisher implements PublishedEvents {

    @Override
    public String service() {
        return "account";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case AccountEvent.AccountOpened e -> new AccountOpened(e.account(), e.owner(), e.kind(), e.currency());
            case AccountEvent.ProfileChanged e -> new ProfileChanged(e.account(), e.fields());
            default -> null;
        };
    }
}
