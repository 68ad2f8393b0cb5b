package io.moorage.identity.session;

import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.identity.keycloak.UserSession;
import io.moorage.web.Caller;
import io.moorage.web.Malformed;
import io.moorage.web.Page;
import io.moorage.web.WithoutAccount;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own log-ins. Keycloak, which ends them, reports each end as a fact. */
@RestController
@RequestMapping("/api/v1/me/sessions")
class SessionApi {
    private final KeycloakUsers keycloak;

    SessionApi(KeycloakUsers keycloak) {
        this.keycloak = keycloak;
    }

    /** All that are open, the one used last first. */
    @GetMapping
    @WithoutAccount
    Page<SessionBody> sessions(Caller caller) {
        List<SessionBody> sessions = keycloak.sessions(caller.userId()).stream()
                .sorted(Comparator.comparing(UserSession::lastUsedAt).reversed())
                .map(session -> SessionBody.of(session, caller.session()))
                .toList();
        return new Page<>(sessions, null);
    }

    /** Ends one, be it the one that asks. */
    @DeleteMapping("/{id}")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Caller caller) {
        keycloak.endSession(caller.userId(), id);
    }

    /** Ends all but the one that asks. */
    @DeleteMapping
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(@RequestParam boolean others, Caller caller) {
        String current = caller.session();
        if (!others || current == null) throw new Malformed("malformed-request");
        keycloak.endSessionsExcept(caller.userId(), current);
    }
}
