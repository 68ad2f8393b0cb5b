package io.moorage.keycloak.email;

import io.moorage.keycloak.email.EmailChange.Side;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.Urls;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.ValidationException;

/** Asks for the new address and sends both links. It takes the place of Keycloak's own action of that name. */
public final class EmailAction extends UpdateEmail {

    private static final Logger LOG = Logger.getLogger(EmailAction.class);
    private static final String TEMPLATE = "moorage-email.ftl";
    private static final String EMAIL = "email";
    private static final String DONE = "done";

    /** Above Keycloak's own, which has the same id. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // A change under way is finished in the mailboxes; a log-in in between needs nothing.
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.challenge(page(context, context.form(), ""));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
        if (typed.containsKey(DONE)) {
            context.success();
            return;
        }
        UserModel user = context.getUser();
        String address = Optional.ofNullable(typed.getFirst(EMAIL)).orElse("").strip();
        if (address.isEmpty()) {
            context.challenge(wrong(context, address, "missingEmailMessage"));
            return;
        }
        if (address.equalsIgnoreCase(user.getEmail())) {
            context.challenge(wrong(context, address, "moorageEmailSame"));
            return;
        }
        try {
            validateEmailUpdate(context.getSession(), user, address);
        } catch (ValidationException e) {
            LoginFormsProvider form = context.form().setErrors(Validation.getFormErrorsFromValidation(e.getErrors()));
            context.challenge(page(context, form, address));
            return;
        }
        context.challenge(send(context, address));
    }

    private static Response send(RequiredActionContext context, String address) {
        UserModel user = context.getUser();
        String asking = EmailChange.begin(user, address);
        int seconds = context.getRealm().getActionTokenGeneratedByUserLifespan(EmailChangeToken.TYPE);
        long minutes = TimeUnit.SECONDS.toMinutes(seconds);
        try {
            mail(context)
                    .sendEmailUpdateConfirmation(link(context, asking, address, Side.NEW, seconds), minutes, address);
            Map<String, Object> values = new HashMap<>();
            values.put("link", link(context, asking, address, Side.OLD, seconds));
            values.put("minutes", Long.toString(minutes));
            values.put("newEmail", address);
            mail(context).send("moorageEmailOldSubject", "moorage-email-old.ftl", values);
        } catch (EmailException e) {
            LOG.error("The mails of a change of address cannot be written", e);
            return page(context, context.form().setError("emailSendErrorMessage"), address);
        }
        return context.form()
                .setAttribute("oldEmail", user.getEmail())
                .setAttribute("newEmail", address)
                .createForm(TEMPLATE);
    }

    private static EmailTemplateProvider mail(RequiredActionContext context) {
        return context.getSession()
                .getProvider(EmailTemplateProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setRealm(context.getRealm())
                .setUser(context.getUser());
    }

    private static String link(RequiredActionContext context, String asking, String address, Side side, int seconds) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        UserModel user = context.getUser();
        String client = session.getClient().getClientId();
        EmailChangeToken token = new EmailChangeToken(
                user.getId(), Time.currentTime() + seconds, user.getEmail(), address, asking, side, client);
        return Urls.actionTokenBuilder(
                        context.getUriInfo().getBaseUri(),
                        token.serialize(context.getSession(), context.getRealm(), context.getUriInfo()),
                        client,
                        session.getTabId(),
                        AuthenticationProcessor.getClientData(context.getSession(), session))
                .build(context.getRealm().getName())
                .toString();
    }

    private static Response wrong(RequiredActionContext context, String address, String message) {
        return page(context, context.form().addError(new FormMessage(EMAIL, message)), address);
    }

    private static Response page(RequiredActionContext context, LoginFormsProvider form, String address) {
        return form.setAttribute("oldEmail", context.getUser().getEmail())
                .setAttribute("typedEmail", address)
                .createForm(TEMPLATE);
    }
}
