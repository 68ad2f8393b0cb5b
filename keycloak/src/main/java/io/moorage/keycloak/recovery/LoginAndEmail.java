package io.moorage.keycloak.recovery;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for login name and e-mail. Where they don't belong together, the flow goes on without a user and says the same. */
public final class LoginAndEmail extends ResetCredentialChooseUser {

    /** Name under which flows refer to this step. */
    public static final String ID = "moorage-login-and-email";

    private static final String LOGIN = "username";
    private static final String EMAIL = "email";

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
        String login = value(typed, LOGIN);
        String email = value(typed, EMAIL);
        if (login.isEmpty()) incomplete(context, LOGIN, "missingUsernameMessage");
        else if (email.isEmpty()) incomplete(context, EMAIL, "missingEmailMessage");
        else choose(context, login, email);
    }

    private static void choose(AuthenticationFlowContext context, String login, String email) {
        context.getAuthenticationSession().setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, login);
        UserModel user = context.getSession().users().getUserByUsername(context.getRealm(), login);
        if (matches(user, email)) context.setUser(user);
        else {
            context.getEvent().clone().error(Errors.USER_NOT_FOUND);
            context.clearUser();
        }
        context.success();
    }

    private static boolean matches(@Nullable UserModel user, String email) {
        return user != null && user.isEnabled() && email.equalsIgnoreCase(user.getEmail());
    }

    private static void incomplete(AuthenticationFlowContext context, String field, String message) {
        context.getEvent().error(Errors.USERNAME_MISSING);
        Response page = context.form().addError(new FormMessage(field, message)).createPasswordReset();
        context.failureChallenge(AuthenticationFlowError.INVALID_USER, page);
    }

    private static String value(MultivaluedMap<String, String> typed, String field) {
        return Optional.ofNullable(typed.getFirst(field)).orElse("").strip();
    }

    @Override
    public String getDisplayType() {
        return "Moorage login name and e-mail";
    }

    @Override
    public String getHelpText() {
        return "Finds the user by login name and e-mail, which must both match.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
