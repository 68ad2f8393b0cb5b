package io.moorage.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who makes a request and for whom, as the account-scoped token says.
 *
 * @param account the acting account; null while the user's own account is being prepared
 * @param permissions codes, as {@code billing:pay}
 * @param own whether the account is the user's own
 */
public record Caller(
        String userId,
        String login,
        String name,
        String email,
        String language,
        @Nullable String account,
        boolean own,
        Set<String> permissions,
        @Nullable String session) {

    static Caller of(Jwt token) {
        List<String> permissions = token.getClaimAsStringList("permissions");
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "sub"),
                text(token, "preferred_username"),
                text(token, "name"),
                text(token, "email"),
                "fr".equals(token.getClaimAsString("locale")) ? "fr" : "en",
                token.getClaimAsString("account"),
                Boolean.TRUE.equals(token.getClaimAsBoolean("own")),
                permissions == null ? Set.of() : Set.copyOf(permissions),
                token.getClaimAsString("sid"));
    }

    private static String text(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        return value == null ? "" : value;
    }

    /** The acting account, on endpoints that need one. */
    public String actingAccount() {
        return Objects.requireNonNull(account, "An endpoint without @Requires asked for the acting account");
    }
}
