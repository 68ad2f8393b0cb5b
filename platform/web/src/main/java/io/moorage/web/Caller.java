package io.moorage.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who makes a request and for whom, as the account-scoped token says.
 *
 * @param account the acting account; null while the user's own account is being prepared
 * @param staff whether they act for a customer as the provider's staff
 * @param permissions codes, as {@code billing:pay}
 * @param services ids of the services that the access is limited to; null where it isn't limited
 * @param own whether the account is the user's own
 * @param apiToken id of the API token that the caller is known by; null for who has logged in
 * @param consented codes of what the user lets the application do that makes the request, for whichever account; null for
 *     the product's own clients
 * @param loggedInAt when they last proved who they are; null if the token doesn't tell
 */
public record Caller(
        String userId,
        String login,
        String name,
        String email,
        String language,
        @Nullable String account,
        boolean own,
        boolean staff,
        Set<String> permissions,
        @Nullable Set<String> services,
        @Nullable String session,
        @Nullable String apiToken,
        @Nullable Set<String> consented,
        @Nullable Instant loggedInAt) {

    static Caller of(Jwt token) {
        List<String> permissions = token.getClaimAsStringList("permissions");
        List<String> services = token.getClaimAsStringList("services");
        List<String> consented = token.getClaimAsStringList("consented");
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "sub"),
                text(token, "preferred_username"),
                text(token, "name"),
                text(token, "email"),
                "fr".equals(token.getClaimAsString("locale")) ? "fr" : "en",
                token.getClaimAsString("account"),
                Boolean.TRUE.equals(token.getClaimAsBoolean("own")),
                Boolean.TRUE.equals(token.getClaimAsBoolean("staff")),
                permissions == null ? Set.of() : Set.copyOf(permissions),
                services == null ? null : Set.copyOf(services),
                token.getClaimAsString("sid"),
                token.getClaimAsString("api_token_id"),
                consented == null ? null : Set.copyOf(consented),
                token.getClaimAsInstant("auth_time"));
    }

    private static String text(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        return value == null ? "" : value;
    }

    /** The acting account, on endpoints that need one. */
    public String actingAccount() {
        return Objects.requireNonNull(account, "An endpoint without @Requires asked for the acting account");
    }

    /** Whether it is the user themselves, who has logged in to one of the product's own clients. */
    public boolean isInPerson() {
        return apiToken == null && consented == null;
    }

    /** The acting account's services that the caller may know of, on endpoints that need an account. */
    public Reach reach() {
        return new Reach(actingAccount(), services);
    }
}
