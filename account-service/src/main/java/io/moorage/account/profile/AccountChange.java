package io.moorage.account.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a change may say, for the API's document only: a merge patch is read as a tree, since a record can't tell null
 * from what wasn't mentioned.
 */
record AccountChange(
        @Schema(allowableValues = {"fr", "en"}) @Nullable String language,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String vatNumber,
        @Nullable AddressChange address) {

    record AddressChange(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}
}
