package io.moorage.identity.grant;

import io.moorage.identity.user.Person;
import io.moorage.identity.user.Registration;
import io.moorage.web.Internal;
import io.moorage.web.Malformed;
import io.moorage.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Keycloak asks while it makes an account-scoped token; on the way of every token, so it must be quick. */
@RestController
@RequestMapping("/internal/grants")
@Hidden // for Keycloak
class GrantApi {
    private final Registration registration;
    private final AccountAccess access;
    private final AccessUses uses;
    private final Problems problems;
    private final Clock clock;

    GrantApi(Registration registration, AccountAccess access, AccessUses uses, Problems problems, Clock clock) {
        this.registration = registration;
        this.access = access;
        this.uses = uses;
        this.problems = problems;
        this.clock = clock;
    }

    /** The grant for the account asked for, or for the user's own; 403 {@code not-granted} if there is none. */
    @PostMapping
    @Internal
    ResponseEntity<?> grant(@RequestBody GrantRequest request, Locale language) {
        Person person = request.person();
        registration.see(person);
        Optional<Grant> grant = answer(person.userId(), request.account());
        grant.ifPresent(given -> note(person.userId(), given));
        return grant.<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.of(problems.of(403, "not-granted", language))
                        .build());
    }

    /** Staff aren't among an account's users. */
    private void note(String userId, Grant given) {
        if (given.account() != null && !given.staff()) uses.used(userId, given.account(), clock.instant());
    }

    private Optional<Grant> answer(String userId, @Nullable String account) {
        if (account != null) return access.find(userId, account);
        return Optional.of(access.own(userId).orElseGet(Grant::beingPrepared));
    }

    /** @param account null for the user's own */
    record GrantRequest(
            @Nullable KeycloakUser user, @Nullable String account) {

        /** As Keycloak describes a user: only id and login are sure to be there. */
        record KeycloakUser(
                @Nullable String id,
                @Nullable String login,
                @Nullable String email,
                @Nullable String firstName,
                @Nullable String lastName,
                @Nullable String language) {}

        private Person person() {
            if (user == null || user.id() == null || user.id().isBlank() || user.login() == null)
                throw new Malformed("malformed-request");
            return new Person(
                    user.id(),
                    user.login(),
                    Objects.requireNonNullElse(user.email(), ""),
                    Objects.requireNonNullElse(user.firstName(), ""),
                    Objects.requireNonNullElse(user.lastName(), ""),
                    "fr".equals(user.language()) ? "fr" : "en");
        }
    }
}
