package io.moorage.identity.security;

import io.moorage.identity.fact.SecurityFactor;
import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.web.Caller;
import io.moorage.web.Malformed;
import io.moorage.web.WithoutAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own security settings, whichever account one acts for. */
@RestController
@RequestMapping("/api/v1/me/security")
class SecurityApi {
    private final KeycloakUsers keycloak;
    private final FactorChange factors;
    private final FreshLogIn fresh;

    SecurityApi(KeycloakUsers keycloak, FactorChange factors, FreshLogIn fresh) {
        this.keycloak = keycloak;
        this.factors = factors;
        this.fresh = fresh;
    }

    /** By what one can confirm log-ins, and which of it is asked for first. */
    @GetMapping
    @WithoutAccount
    SecurityBody security(Caller caller) {
        return SecurityBody.of(keycloak.security(caller.userId()), fresh.until(caller));
    }

    /** Chooses what is asked for first. */
    @PutMapping
    @WithoutAccount
    SecurityBody prefer(@RequestBody Preference wished, Caller caller) {
        SecurityFactor factor = SecurityFactor.of(wished.preferred() == null ? "" : wished.preferred())
                .orElseThrow(() -> new Malformed("malformed-request"));
        factors.prefer(caller, factor);
        return security(caller);
    }

    /** Codes go to no telephone any more. */
    @DeleteMapping("/phone")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePhone(Caller caller) {
        factors.removePhone(caller);
    }

    /** Removes an authenticator app. */
    @DeleteMapping("/totp/{id}")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(@PathVariable String id, Caller caller) {
        factors.removeTotp(caller, id);
    }

    /** Removes a passkey. */
    @DeleteMapping("/passkeys/{id}")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskey(@PathVariable String id, Caller caller) {
        factors.removePasskey(caller, id);
    }

    /** Makes the recovery codes that are left useless. */
    @DeleteMapping("/recovery-codes")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRecoveryCodes(Caller caller) {
        factors.removeRecoveryCodes(caller);
    }

    /** As sent by the client: nothing in it is believed yet. */
    @Schema(
            name = "SecurityPreference",
            requiredProperties = {"preferred"})
    record Preference(
            @Schema(allowableValues = {"phone", "totp", "passkey"}) @Nullable
            String preferred) {}
}
