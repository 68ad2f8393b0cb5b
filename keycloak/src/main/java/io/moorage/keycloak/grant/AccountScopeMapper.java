package io.moorage.keycloak.grant;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import io.moorage.keycloak.internal.InternalService;
import io.moorage.keycloak.internal.Unavailable;
import io.moorage.keycloak.realm.FollowEnvironment;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Scopes an exchanged token to an account. The exchange names the account in the form parameter {@code account} (none:
 * the user's own); identity-service decides; refusal and silence end the exchange with {@code access_denied} (403) and
 * {@code temporarily_unavailable} (503). An application that isn't ours gets no more of it than its {@link Consent}. For an
 * API token all is decided already. Tokens of any other grant are left alone, their audience included, so that a log-in
 * token is no good at a service.
 */
public final class AccountScopeMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {

    /** Name under which the realm file refers to this mapper. */
    public static final String ID = "moorage-account-scope";

    private static final Logger LOG = Logger.getLogger(AccountScopeMapper.class);
    private static final String AUDIENCE = "audience";
    private static final int LONGEST_HANDLE = 64;

    private @Nullable Grants grants;

    @Override
    public void init(Config.Scope config) {
        grants = new Grants(InternalService.identity());
    }

    /** Registers what has no provider interface of its own: the realm follows the environment. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new FollowEnvironment(System.getenv()));
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext client) {
        Grant ofApiToken = session.getAttribute(ApiTokenGrantType.GRANT, Grant.class);
        if (ofApiToken == null
                && !OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(
                        client.getAttribute(Constants.GRANT_TYPE, String.class))) return token;
        if (ofApiToken == null) writeGrant(token, session, userSession);
        else ofApiToken.writeTo(token);
        writeTimeOfLogIn(token, userSession);
        token.addAudience(mapping.getConfig().get(AUDIENCE));
        return token;
    }

    /** Services ask for a fresh log-in before they change what protects the account. */
    private static void writeTimeOfLogIn(AccessToken token, UserSessionModel userSession) {
        String time = userSession.getNote(AuthenticationManager.AUTH_TIME);
        if (time != null) token.setOtherClaims(IDToken.AUTH_TIME, Long.valueOf(time));
    }

    private void writeGrant(AccessToken token, KeycloakSession session, UserSessionModel userSession) {
        UserModel user = userSession.getUser();
        String language = session.getContext().resolveLocale(user).getLanguage();
        GrantRequest question = GrantRequest.of(user, language, requestedAccount(session));
        try {
            Optional<Consent> consent = Consent.behind(subjectToken(session), session, user);
            Grant grant = Objects.requireNonNull(grants).ask(question);
            if (consent.isEmpty()) {
                grant.writeTo(token);
                return;
            }
            grant.within(consent.get()).writeTo(token);
            token.setOtherClaims("consent_id", consent.get().id());
            token.setOtherClaims("consented", consent.get().permissions());
        } catch (GrantRefused e) {
            throw refusal(OAuthErrorException.ACCESS_DENIED, "Not granted for this account", FORBIDDEN);
        } catch (Unavailable e) {
            LOG.warnf("No account-scoped token: %s (%s)", e.getMessage(), e.getCause());
            throw refusal(
                    OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                    "Permissions cannot be checked at the moment",
                    SERVICE_UNAVAILABLE);
        }
    }

    static @Nullable String requestedAccount(KeycloakSession session) {
        List<String> values =
                session.getContext().getHttpRequest().getDecodedFormParameters().get("account");
        if (values == null || values.isEmpty()) return null;
        String account = values.getFirst();
        if (values.size() > 1 || account.isBlank() || account.length() > LONGEST_HANDLE)
            throw refusal(OAuthErrorException.INVALID_REQUEST, "Parameter account is malformed", BAD_REQUEST);
        return account;
    }

    private static String subjectToken(KeycloakSession session) {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.SUBJECT_TOKEN);
    }

    private static CorsErrorResponseException refusal(String error, String description, Response.Status status) {
        return new CorsErrorResponseException(Cors.builder(), error, description, status);
    }

    @Override
    public void close() {
        if (grants != null) grants.close();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Moorage account scope";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the account, the permissions on it and the audience to exchanged tokens, as identity-service grants them.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(new ProviderConfigProperty(
                AUDIENCE,
                "Audience",
                "For whom account-scoped tokens are meant",
                ProviderConfigProperty.STRING_TYPE,
                "moorage-services"));
    }
}
