package io.moorage.keycloak.email;

import io.moorage.keycloak.email.EmailChange.Side;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;

/** Opens the links. A browser that comes from nowhere, or a mail program that looks ahead, first sees a page that asks. */
public final class EmailChangeHandler extends AbstractActionTokenHandler<EmailChangeToken> {

    public EmailChangeHandler() {
        super(
                EmailChangeToken.TYPE,
                EmailChangeToken.class,
                Messages.STALE_VERIFY_EMAIL_LINK,
                EventType.EXECUTE_ACTIONS,
                Errors.INVALID_TOKEN);
    }

    @Override
    public Response handleToken(EmailChangeToken token, ActionTokenContext<EmailChangeToken> context) {
        UserModel user = context.getAuthenticationSession().getAuthenticatedUser();
        if (!EmailChange.isUnderWay(user, token))
            return page(context).setError("moorageEmailLinkOld").createErrorPage(Response.Status.BAD_REQUEST);
        if (context.isAuthenticationSessionFresh()) return ask(token, context);
        if (EmailChange.confirm(user, token.getSide())) return change(token, context, user);
        String other = token.getSide() == Side.NEW ? token.getOldEmail() : token.getNewEmail();
        return page(context)
                .setAttribute("messageHeader", page(context).getMessage("moorageEmailHalfTitle"))
                .setSuccess("moorageEmailHalf", other)
                .createInfoPage();
    }

    private static Response ask(EmailChangeToken token, ActionTokenContext<EmailChangeToken> context) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        token.setCompoundAuthenticationSessionId(
                AuthenticationSessionCompoundId.fromAuthSession(session).getEncodedId());
        String again = Urls.actionTokenBuilder(
                        context.getUriInfo().getBaseUri(),
                        token.serialize(context.getSession(), context.getRealm(), context.getUriInfo()),
                        session.getClient().getClientId(),
                        session.getTabId(),
                        AuthenticationProcessor.getClientData(context.getSession(), session))
                .build(context.getRealm().getName())
                .toString();
        return page(context)
                .setAttribute("messageHeader", page(context).getMessage("moorageEmailAskTitle"))
                .setAttribute(Constants.TEMPLATE_ATTR_ACTION_URI, again)
                .setSuccess("moorageEmailAsk", token.getOldEmail(), token.getNewEmail())
                .createInfoPage();
    }

    private static Response change(
            EmailChangeToken token, ActionTokenContext<EmailChangeToken> context, UserModel user) {
        UserProfile profile;
        try {
            profile = UpdateEmail.validateEmailUpdate(context.getSession(), user, token.getNewEmail());
        } catch (ValidationException e) {
            return page(context)
                    .setErrors(Validation.getFormErrorsFromValidation(e.getErrors()))
                    .createErrorPage(Response.Status.BAD_REQUEST);
        }
        EmailChange.end(user);
        UpdateEmail.updateEmailNow(context.getEvent(), user, profile);
        user.setEmailVerified(true);
        context.getEvent().success();
        return page(context)
                .setAttribute("messageHeader", page(context).getMessage("moorageEmailChangedTitle"))
                .setSuccess("moorageEmailChanged", token.getNewEmail())
                .createInfoPage();
    }

    private static LoginFormsProvider page(ActionTokenContext<EmailChangeToken> context) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        return context.getSession()
                .getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(session)
                .setUser(session.getAuthenticatedUser());
    }

    @Override
    public boolean canUseTokenRepeatedly(EmailChangeToken token, ActionTokenContext<EmailChangeToken> context) {
        return false;
    }
}
