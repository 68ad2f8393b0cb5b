package io.moorage.keycloak.phone;

import io.moorage.keycloak.facts.Facts;
import io.moorage.keycloak.internal.Unavailable;
import io.moorage.keycloak.phone.Challenge.Purpose;
import io.moorage.keycloak.phone.CodeDialogue.Step.Result;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks for a mobile number and verifies it with a code: at registration, and when a user adds or changes theirs, which
 * takes a fresh log-in.
 */
final class PhoneAction implements RequiredActionProvider, CredentialRegistrator {

    static final String ID = "moorage-phone";
    private static final Logger LOG = Logger.getLogger(PhoneAction.class);
    private static final String TEMPLATE = "moorage-phone-number.ftl";
    private static final String NUMBER = "number";
    private static final String COUNTRY = "country";
    private static final String OTHER_NUMBER = "other-number";

    private final Codes codes;

    PhoneAction(Codes codes) {
        this.codes = codes;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel authenticationSession) {
        return PhoneCredential.TYPE;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // New users have it from the realm's default actions.
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.challenge(challenge(context)
                .map(known -> dialogue(context).begin(known.number()))
                .orElseGet(() -> emptyPage(context)));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
        Optional<Challenge> challenge = challenge(context);
        if (typed.containsKey(NUMBER)) context.challenge(begin(context, typed));
        else if (challenge.isPresent() && !OTHER_NUMBER.equals(typed.getFirst(CodeDialogue.WAY)))
            verify(context, challenge.get().number(), typed);
        else context.challenge(anew(context));
    }

    private Response anew(RequiredActionContext context) {
        Challenge.forget(context.getAuthenticationSession(), Purpose.ENROLMENT);
        return emptyPage(context);
    }

    private Response begin(RequiredActionContext context, MultivaluedMap<String, String> typed) {
        String number = typed.getFirst(NUMBER).strip();
        String country =
                Countries.known(Optional.ofNullable(typed.getFirst(COUNTRY)).orElse(""));
        LoginFormsProvider form = context.form().setAttribute(NUMBER, number).setAttribute(COUNTRY, country);
        if (number.isEmpty()) return numberPage(context, form.addError(new FormMessage(NUMBER, "mooragePhoneMissing")));
        try {
            return dialogue(context).begin(codes.number(number, country));
        } catch (Refused e) {
            String wait = CodePage.inWords(e.retryAfter());
            return numberPage(context, form.addError(new FormMessage(NUMBER, e.message(), wait)));
        } catch (Unavailable e) {
            LOG.warnf("No enrolment: %s (%s)", e.getMessage(), e.getCause());
            return numberPage(context, form.setError("moorageCodesAway"));
        }
    }

    private void verify(RequiredActionContext context, PhoneNumber number, MultivaluedMap<String, String> typed) {
        CodeDialogue.Step step = dialogue(context).handle(number, typed);
        if (step.result() != Result.RIGHT) {
            context.challenge(Objects.requireNonNull(step.page()));
            return;
        }
        boolean changed = PhoneCredential.store(context.getUser(), number);
        context.getEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, PhoneCredential.TYPE)
                .detail(Facts.CHANGE, changed ? "changed" : "added");
        context.success();
    }

    private static Response emptyPage(RequiredActionContext context) {
        return numberPage(context, context.form().setAttribute(NUMBER, "").setAttribute(COUNTRY, Countries.DEFAULT));
    }

    private static Response numberPage(RequiredActionContext context, LoginFormsProvider form) {
        Locale language = context.getSession().getContext().resolveLocale(context.getUser());
        return form.setAttribute("countries", Countries.in(language)).createForm(TEMPLATE);
    }

    private static Optional<Challenge> challenge(RequiredActionContext context) {
        return Challenge.of(
                context.getAuthenticationSession(),
                Purpose.ENROLMENT,
                context.getUser().getId());
    }

    private CodeDialogue dialogue(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        return new CodeDialogue(
                codes,
                context.getAuthenticationSession(),
                context.getUser().getId(),
                context.getConnection().getRemoteAddr(),
                session.getContext().resolveLocale(context.getUser()).getLanguage(),
                Purpose.ENROLMENT,
                context::form);
    }

    @Override
    public void close() {
        // Shared by all enrolments.
    }
}
