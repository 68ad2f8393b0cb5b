package io.moorage.keycloak.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * The question to identity-service. It carries the user's data because this may be the first it hears of that user;
 * no account means the user's own and is sent as null.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record GrantRequest(User user, @Nullable String account) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record User(
            String id,
            String login,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String language) {}

    static GrantRequest of(UserModel user, String language, @Nullable String account) {
        return new GrantRequest(
                new User(
                        user.getId(),
                        user.getUsername(),
                        user.getEmail(),
                        user.getFirstName(),
                        user.getLastName(),
                        language),
                account);
    }
}
