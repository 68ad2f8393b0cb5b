package io.moorage.keycloak.grant;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import io.moorage.keycloak.internal.Unavailable;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeBase;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An API token ({@code api_token}) for an account-scoped token, for the one client that may ask (attribute
 * {@code moorage.api.tokens}). identity-service knows whom it stands for and what it is good for; Keycloak whether that user
 * may still enter. Nothing is kept of it: the session lasts as long as the request.
 */
public final class ApiTokenGrantType extends OAuth2GrantTypeBase {
    static final String GRANT = ApiTokenGrantType.class.getName() + ".grant";

    private static final Logger LOG = Logger.getLogger(ApiTokenGrantType.class);
    private static final String PARAMETER = "api_token";
    private static final String ALLOWED = "moorage.api.tokens";

    private final Grants grants;

    ApiTokenGrantType(Grants grants) {
        this.grants = grants;
    }

    @Override
    public Response process(Context context) {
        setContext(context);
        if (!Boolean.parseBoolean(client.getAttribute(ALLOWED)))
            throw refusal(OAuthErrorException.UNAUTHORIZED_CLIENT, "Not for this client", BAD_REQUEST);
        TokenGrant granted = granted(formParams.getFirst(PARAMETER));
        UserModel user = session.users().getUserById(realm, granted.userId());
        if (user == null || !user.isEnabled())
            throw refusal(OAuthErrorException.INVALID_GRANT, "The API token is not good", BAD_REQUEST);
        event.user(user);
        session.setAttribute(GRANT, granted.grant());
        return answer(user, context.getGrantType());
    }

    private TokenGrant granted(@Nullable String apiToken) {
        if (apiToken == null || apiToken.isBlank())
            throw refusal(OAuthErrorException.INVALID_REQUEST, "Parameter api_token is missing", BAD_REQUEST);
        try {
            return grants.ask(new TokenGrantRequest(apiToken, AccountScopeMapper.requestedAccount(session)));
        } catch (TokenUnknown e) {
            throw refusal(OAuthErrorException.INVALID_GRANT, "The API token is not good", BAD_REQUEST);
        } catch (GrantRefused e) {
            throw refusal(OAuthErrorException.ACCESS_DENIED, "Not granted for this account", FORBIDDEN);
        } catch (Unavailable e) {
            LOG.warnf("No token for an API token: %s (%s)", e.getMessage(), e.getCause());
            throw refusal(
                    OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                    "API tokens cannot be checked at the moment",
                    SERVICE_UNAVAILABLE);
        }
    }

    private Response answer(UserModel user, String grantType) {
        String scope = getRequestedScopes();
        AuthenticationSessionModel authentication = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, false)
                .createAuthenticationSession(client);
        authentication.setAuthenticatedUser(user);
        authentication.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        authentication.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        authentication.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, scope);
        UserSessionModel passing = new UserSessionManager(session)
                .createUserSession(
                        authentication.getParentSession().getId(),
                        realm,
                        user,
                        user.getUsername(),
                        clientConnection.getRemoteHost(),
                        PARAMETER,
                        false,
                        null,
                        null,
                        SessionPersistenceState.TRANSIENT);
        event.session(passing);
        AuthenticationManager.setClientScopesInSession(session, authentication);
        ClientSessionContext context = TokenManager.attachAuthenticationSession(session, passing, authentication);
        context.setAttribute(Constants.GRANT_TYPE, grantType);
        return createTokenResponse(user, passing, context, scope, false, null);
    }

    private CorsErrorResponseException refusal(String error, String description, Response.Status status) {
        event.error(error.equals(OAuthErrorException.INVALID_GRANT) ? Errors.INVALID_TOKEN : Errors.INVALID_REQUEST);
        return new CorsErrorResponseException(cors, error, description, status);
    }

    @Override
    protected boolean useRefreshToken() {
        return false;
    }

    @Override
    public EventType getEventType() {
        return EventType.OAUTH2_EXTENSION_GRANT;
    }

    @Override
    public Set<String> getTokenParameterNames() {
        return Set.of(PARAMETER);
    }
}
