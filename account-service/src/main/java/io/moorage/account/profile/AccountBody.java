package io.moorage.account.profile;

import io.moorage.account.account.Accounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An account with its profile, as the API shows it. */
@Schema(name = "Account")
record AccountBody(
        String handle,
        String kind,
        String status,
        Instant openedAt,
        String currency,
        @Schema(allowableValues = {"fr", "en"}) String language,
        String firstName,
        String lastName,
        String email,
        String phone,
        String company,
        String vatNumber,
        Address address) {

    /** @param country ISO 3166-1 alpha-2, or empty */
    record Address(String line1, String line2, String postalCode, String city, String country) {}

    static AccountBody of(Accounts.Line account, Profile profile) {
        return new AccountBody(
                account.handle(),
                account.kind(),
                account.status(),
                account.openedAt(),
                account.currency(),
                profile.get(ProfileField.LANGUAGE),
                profile.get(ProfileField.FIRST_NAME),
                profile.get(ProfileField.LAST_NAME),
                profile.email(),
                profile.get(ProfileField.PHONE),
                profile.get(ProfileField.COMPANY),
                profile.get(ProfileField.VAT_NUMBER),
                new Address(
                        profile.get(ProfileField.LINE1),
                        profile.get(ProfileField.LINE2),
                        profile.get(ProfileField.POSTAL_CODE),
                        profile.get(ProfileField.CITY),
                        profile.get(ProfileField.COUNTRY)));
    }
}
