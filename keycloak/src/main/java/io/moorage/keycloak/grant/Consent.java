package io.moorage.keycloak.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.UserConsentManager;

/**
 * What a user lets an application do that isn't ours: what they agreed to on the consent page and this token was asked
 * for. Only a client with the attribute {@code moorage.ours} may do all that its user may; one that is registered
 * without it and without consent may do nothing.
 *
 * @param id of this consent: who takes it back and agrees anew gives another
 * @param permissions codes, which the scopes are named by
 */
public record Consent(String id, List<String> permissions) {
    private static final String OURS = "moorage.ours";

    /** Of the client that a token was made for, which Keycloak has verified; empty for ours. */
    static Optional<Consent> behind(String token, KeycloakSession session, UserModel user) throws GrantRefused {
        AccessToken claims = read(token);
        ClientModel client = session.getContext().getRealm().getClientByClientId(claims.getIssuedFor());
        if (client == null) throw new GrantRefused();
        if (isForOurs(client)) return Optional.empty();
        UserConsentModel given = UserConsentManager.getConsentByClient(
                session, session.getContext().getRealm(), user, client.getId());
        if (given == null) throw new GrantRefused();
        Set<String> asked = Set.of(claims.getScope().split(" "));
        List<String> both = permissions(given).stream().filter(asked::contains).toList();
        if (both.isEmpty()) throw new GrantRefused();
        return Optional.of(new Consent(id(given, user), both));
    }

    private static AccessToken read(String token) throws GrantRefused {
        try {
            return new JWSInput(token).readJsonContent(AccessToken.class);
        } catch (JWSInputException malformed) {
            throw new GrantRefused();
        }
    }

    /** Whether a client is the product's own, whose users let it do all that they may. */
    public static boolean isForOurs(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(OURS));
    }

    public static String id(UserConsentModel given, UserModel user) {
        return user.getId() + "/" + given.getClient().getId() + "/" + given.getCreatedDate();
    }

    /** All that the user agreed to, sorted. */
    public static List<String> permissions(UserConsentModel given) {
        return given.getGrantedClientScopes().stream()
                .map(ClientScopeModel::getName)
                .filter(name -> name.contains(":"))
                .sorted()
                .toList();
    }
}
