package io.moorage.account.profile;

import io.moorage.account.account.Accounts;
import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The acting account and its profile over HTTP. */
@RestController
@RequestMapping("/api/v1/account")
class ProfileApi {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Accounts accounts;
    private final Profiles profiles;
    private final ProfileChange change;

    ProfileApi(Accounts accounts, Profiles profiles, ProfileChange change) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.change = change;
    }

    /** The acting account. Fields that nobody filled are empty texts. */
    @GetMapping
    @Requires
    AccountBody account(Caller caller) {
        String handle = caller.actingAccount();
        Accounts.Line account = accounts.find(handle).orElseThrow(ProfileNotReady::new);
        return AccountBody.of(account, profiles.find(handle).orElseThrow(ProfileNotReady::new));
    }

    /** Changes the profile by a JSON merge patch (RFC 7396): what isn't mentioned stays, null or "" empties. */
    @PatchMapping(consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Requires(Permission.ACCOUNT_MANAGE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = AccountChange.class)))
    AccountBody change(@RequestBody JsonNode patch, Caller caller) {
        Map<ProfileField, String> wished = ProfilePatch.read(patch);
        change.apply(caller.actingAccount(), wished);
        return account(caller);
    }
}
