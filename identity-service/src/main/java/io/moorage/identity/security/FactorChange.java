package io.moorage.identity.security;

import io.moorage.identity.fact.SecurityFactor;
import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.identity.keycloak.UserSecurity;
import io.moorage.web.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes factors and prefers one. Keycloak, which does it, reports it as a fact. */
@Component
class FactorChange {
    private final KeycloakUsers keycloak;
    private final FreshLogIn fresh;

    FactorChange(KeycloakUsers keycloak, FreshLogIn fresh) {
        this.keycloak = keycloak;
        this.fresh = fresh;
    }

    void prefer(Caller caller, SecurityFactor factor) {
        fresh.require(caller);
        UserSecurity security = keycloak.security(caller.userId());
        boolean isSetUp = switch (factor) {
            case PHONE -> security.phone() != null;
            case TOTP -> !security.totp().isEmpty();
            case PASSKEY -> !security.passkeys().isEmpty();
            case RECOVERY_CODES, PASSWORD, EMAIL -> false; // for need, or no second factor
        };
        if (!isSetUp) throw SecurityRefused.factorNotSetUp();
        keycloak.prefer(caller.userId(), factor.code());
    }

    void removePhone(Caller caller) {
        fresh.require(caller);
        UserSecurity.Phone phone = keycloak.security(caller.userId()).phone();
        if (phone == null) throw SecurityRefused.notFound();
        keycloak.deleteCredential(caller.userId(), phone.id());
    }

    void removeRecoveryCodes(Caller caller) {
        fresh.require(caller);
        UserSecurity.RecoveryCodes codes = keycloak.security(caller.userId()).recoveryCodes();
        if (codes == null) throw SecurityRefused.notFound();
        keycloak.deleteCredential(caller.userId(), codes.id());
    }

    void removeTotp(Caller caller, String id) {
        fresh.require(caller);
        remove(caller, keycloak.security(caller.userId()).totp(), id);
    }

    void removePasskey(Caller caller, String id) {
        fresh.require(caller);
        remove(caller, keycloak.security(caller.userId()).passkeys(), id);
    }

    /** Only what is the user's own, and of that kind. */
    private void remove(Caller caller, List<UserSecurity.Credential> known, String id) {
        if (known.stream().noneMatch(each -> each.id().equals(id))) throw SecurityRefused.notFound();
        keycloak.deleteCredential(caller.userId(), id);
    }
}
