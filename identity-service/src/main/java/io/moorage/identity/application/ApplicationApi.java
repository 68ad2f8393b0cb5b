package io.moorage.identity.application;

import io.moorage.eventstore.Commands;
import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.identity.keycloak.UserApplication;
import io.moorage.identity.user.UserCommand.WithdrawConsent;
import io.moorage.web.Caller;
import io.moorage.web.Page;
import io.moorage.web.WithoutAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The applications that one lets act for oneself. */
@RestController
@RequestMapping("/api/v1/me/applications")
class ApplicationApi {
    private final KeycloakUsers keycloak;
    private final Commands commands;
    private final Clock clock;

    ApplicationApi(KeycloakUsers keycloak, Commands commands, Clock clock) {
        this.keycloak = keycloak;
        this.commands = commands;
        this.clock = clock;
    }

    /** All of them, the one let in last first. */
    @GetMapping
    @WithoutAccount
    Page<Application> applications(Caller caller) {
        List<Application> applications = keycloak.applications(caller.userId()).stream()
                .sorted(Comparator.comparing(UserApplication::since).reversed())
                .map(Application::of)
                .toList();
        return new Page<>(applications, null);
    }

    /** Takes back what one lets it do: within two seconds it can do nothing any more. */
    @DeleteMapping("/{id}")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Caller caller) {
        String user = caller.userId();
        UserApplication application = keycloak.application(user, id);
        // Told first: what fails after it can be tried again, and until then refuses too much rather than too little.
        commands.send(new WithdrawConsent(user, application.consent(), clock.instant()));
        keycloak.withdraw(user, id);
    }

    /**
     * An application as shown.
     *
     * @param permissions what it may do for each account, as far as the user may
     */
    @Schema(name = "Application")
    record Application(String id, String name, List<String> permissions, Instant since) {
        private static Application of(UserApplication application) {
            return new Application(
                    application.client(), application.name(), application.permissions(), application.since());
        }
    }
}
