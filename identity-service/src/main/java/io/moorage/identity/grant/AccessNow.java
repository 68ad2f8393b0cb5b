package io.moorage.identity.grant;

import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegations;
import io.moorage.identity.delegation.HeldAccess;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** An owner's everything, or what a delegation gives; of staff nothing, who give nobody access to a customer's account. */
@Component
class AccessNow implements HeldAccess {
    private final AccountAccess owners;
    private final Delegations delegations;
    private final Clock clock;

    AccessNow(AccountAccess owners, Delegations delegations, Clock clock) {
        this.owners = owners;
        this.delegations = delegations;
        this.clock = clock;
    }

    @Override
    public Access now(String userId, String account) {
        return owners.kindOwned(userId, account)
                .map(Access::ofOwner)
                .or(() -> delegations.find(userId, account, clock.instant()).map(Delegations.Current::access))
                .orElse(Access.NONE);
    }

    @Override
    public boolean isOwner(String userId, String account) {
        return owners.kindOwned(userId, account).isPresent();
    }
}
