package io.moorage.account.profile;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known about the customer behind an account. Personal data: never in an event, never in a log.
 *
 * @param email as given to Keycloak; changed there, and followed here
 * @param values of every field, empty where nothing was told
 */
record Profile(String email, Map<ProfileField, String> values) {

    String get(ProfileField field) {
        return values.getOrDefault(field, "");
    }

    /** Those of the wished values that are not so already. */
    Map<ProfileField, String> differing(Map<ProfileField, String> wished) {
        Map<ProfileField, String> differing = new EnumMap<>(wished);
        differing.entrySet().removeIf(entry -> entry.getValue().equals(get(entry.getKey())));
        return differing;
    }
}
