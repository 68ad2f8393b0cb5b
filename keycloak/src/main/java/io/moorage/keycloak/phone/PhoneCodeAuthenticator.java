package io.moorage.keycloak.phone;

import io.moorage.keycloak.phone.CodeDialogue.Step.Result;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks for the code that was sent to the user's number. */
final class PhoneCodeAuthenticator implements Authenticator, CredentialValidator<PhoneCredentialProvider> {

    /** Brute-force protection counts only the kinds of factors that it knows. A code is of this one. */
    private static final Set<String> COUNTED_AS = Set.of("otp");

    private final Codes codes;

    PhoneCodeAuthenticator(Codes codes) {
        this.codes = codes;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.challenge(dialogue(context).begin(number(context)));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.getEvent().detail(Details.CREDENTIAL_TYPE, PhoneCredential.TYPE);
        String locked = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
        if (locked != null) {
            context.getEvent().user(context.getUser()).error(locked);
            context.forceChallenge(dialogue(context).wrongAnyway(number(context)));
            return;
        }
        CodeDialogue.Step step = dialogue(context)
                .handle(number(context), context.getHttpRequest().getDecodedFormParameters());
        if (step.result() == Result.RIGHT) context.success(PhoneCredential.TYPE);
        else if (step.result() == Result.WRONG) wrong(context, Objects.requireNonNull(step.page()));
        else context.forceChallenge(Objects.requireNonNull(step.page()));
    }

    private static void wrong(AuthenticationFlowContext context, Response page) {
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.getProtector()
                .failedLogin(
                        context.getRealm(),
                        context.getUser(),
                        context.getConnection(),
                        context.getUriInfo(),
                        COUNTED_AS);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
    }

    private CodeDialogue dialogue(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        return new CodeDialogue(
                codes,
                context.getAuthenticationSession(),
                context.getUser().getId(),
                context.getConnection().getRemoteAddr(),
                session.getContext().resolveLocale(context.getUser()).getLanguage(),
                Challenge.Purpose.LOG_IN,
                context::form);
    }

    private static PhoneNumber number(AuthenticationFlowContext context) {
        return PhoneCredential.of(context.getUser()).orElseThrow().number();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return PhoneCredential.of(user).isPresent();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        user.addRequiredAction(PhoneAction.ID);
    }

    @Override
    public PhoneCredentialProvider getCredentialProvider(KeycloakSession session) {
        return (PhoneCredentialProvider) session.getProvider(CredentialProvider.class, PhoneCredential.TYPE);
    }

    @Override
    public void close() {
        // Shared by all log-ins.
    }
}
