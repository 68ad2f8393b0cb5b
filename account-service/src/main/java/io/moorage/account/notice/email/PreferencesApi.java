package io.moorage.account.notice.email;

import io.moorage.account.notice.NoticeCode;
import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.moorage.web.Malformed;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the acting account wants to be told, and how. */
@RestController
@RequestMapping("/api/v1/account/preferences")
class PreferencesApi {
    private final EmailPreferences preferences;

    PreferencesApi(EmailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT_MANAGE)
    Preferences preferences(Caller caller) {
        return new Preferences(preferences.of(caller.actingAccount()));
    }

    /** Says anew which notices come by e-mail as well. */
    @PutMapping
    @Requires(Permission.ACCOUNT_MANAGE)
    Preferences replace(@RequestBody WishedPreferences wished, Caller caller) {
        if (wished.emailFor() == null) throw new Malformed("malformed-request");
        preferences.replace(caller.actingAccount(), known(wished.emailFor()));
        return preferences(caller);
    }

    private static Set<NoticeCode> known(List<@Nullable String> wished) {
        Set<NoticeCode> known = EnumSet.noneOf(NoticeCode.class);
        List<Field> errors = new ArrayList<>();
        for (int i = 0; i < wished.size(); i++) {
            NoticeCode code =
                    NoticeCode.of(Objects.requireNonNullElse(wished.get(i), "")).orElse(null);
            if (code == null) errors.add(new Field("/emailFor/" + i, "notice-code-unknown"));
            else known.add(code);
        }
        if (!errors.isEmpty()) throw new InvalidFields(errors);
        return known;
    }

    /** @param emailFor codes of the notices that come by e-mail as well */
    @Schema(name = "Preferences")
    record Preferences(List<NoticeCode> emailFor) {}

    /** As sent by the client: nothing in it is believed yet. */
    @Schema(
            name = "PreferencesChange",
            requiredProperties = {"emailFor"})
    record WishedPreferences(
            @ArraySchema(schema = @Schema(implementation = NoticeCode.class)) @Nullable
            List<@Nullable String> emailFor) {}
}
