package io.moorage.identity.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.web.Caller;
import io.moorage.web.WithoutAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and for which accounts they can act. */
@RestController
@RequestMapping("/api/v1")
class MeApi {
    private final AccessibleAccounts accounts;

    MeApi(AccessibleAccounts accounts) {
        this.accounts = accounts;
    }

    /** Who is logged in, the accounts they can act for, and the one that they act for now. */
    @GetMapping("/me")
    @WithoutAccount(inPerson = false)
    Me me(Caller caller) {
        String name = caller.name().isBlank() ? caller.login() : caller.name();
        return new Me(
                new Me.User(caller.userId(), caller.login(), name, caller.email(), caller.language()),
                accountsOf(caller),
                caller.account());
    }

    /**
     * An API token stands for one of them; an application learns of those that it can act for; staff of the customer that
     * they act for.
     */
    private List<AccessibleAccount> accountsOf(Caller caller) {
        List<AccessibleAccount> all = accounts.of(caller.userId());
        Set<String> consented = caller.consented();
        if (consented != null)
            return all.stream()
                    .map(account -> account.within(consented))
                    .filter(account -> !account.permissions().isEmpty())
                    .toList();
        if (caller.staff())
            return Stream.concat(
                            all.stream(),
                            accounts
                                    .ofCustomer(
                                            caller.actingAccount(),
                                            caller.permissions().stream()
                                                    .sorted()
                                                    .toList())
                                    .stream())
                    .toList();
        if (caller.apiToken() == null) return all;
        return all.stream()
                .filter(account -> account.handle().equals(caller.account()))
                .map(account -> account.onTokenOf(caller))
                .toList();
    }

    /** @param actingAccount null while the user's own account is being prepared */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Me(
            User user,
            List<AccessibleAccount> accounts,
            @Nullable String actingAccount) {

        record User(
                String id,
                String login,
                String name,
                String email,
                @Schema(allowableValues = {"fr", "en"}) String language) {}
    }
}
