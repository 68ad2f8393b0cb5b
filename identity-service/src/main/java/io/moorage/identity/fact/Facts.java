package io.moorage.identity.fact;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Trace;
import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.identity.user.AccessibleAccount;
import io.moorage.identity.user.AccessibleAccounts;
import io.moorage.identity.user.People;
import io.moorage.identity.user.UserCommand;
import io.moorage.identity.user.UserCommand.RecordSecurityChange;
import io.moorage.identity.user.UserCommand.RecordSessionEnd;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records facts as done by the user, for their own account: whose account another acts for isn't concerned. */
@Component
class Facts {
    private final Commands commands;
    private final AccessibleAccounts accounts;
    private final People people;
    private final KeycloakUsers keycloak;

    Facts(Commands commands, AccessibleAccounts accounts, People people, KeycloakUsers keycloak) {
        this.commands = commands;
        this.accounts = accounts;
        this.people = people;
        this.keycloak = keycloak;
    }

    /** @param id of the change: told again it changes nothing */
    void securityChanged(String userId, UUID id, SecurityFactor factor, SecurityChange change, Instant at) {
        if (factor == SecurityFactor.EMAIL) followEmail(userId);
        record(userId, null, new RecordSecurityChange(userId, id.toString(), factor.code(), change.code(), at));
    }

    /** @param reason {@code log-out}, {@code ended-by-user} or {@code expired} */
    void sessionEnded(String userId, String sessionId, String reason, Instant at) {
        record(userId, sessionId, new RecordSessionEnd(userId, sessionId, reason, at));
    }

    /**
     * Asks for the address that holds now, so that reports which come late or twice never bring back an older one; and
     * before the event, so that whoever hears of it and asks gets the new one.
     */
    private void followEmail(String userId) {
        String email = keycloak.security(userId).email();
        if (email != null) people.changeEmail(userId, email);
    }

    private void record(String userId, @Nullable String session, UserCommand command) {
        String account = accounts.of(userId).stream()
                .filter(AccessibleAccount::own)
                .map(AccessibleAccount::handle)
                .findFirst()
                .orElse(null);
        new Trace(userId, null, account, session, Trace.current().correlation(), null)
                .run(() -> commands.send(command));
    }
}
