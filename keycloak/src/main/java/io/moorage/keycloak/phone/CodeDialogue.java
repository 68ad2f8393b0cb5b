package io.moorage.keycloak.phone;

import io.moorage.keycloak.internal.Unavailable;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The talk about one code, the same at log-in and at enrolment: send it, send it in another way, check it. Whatever goes
 * wrong becomes a page that says so and offers what can be done.
 *
 * @param address where the browser is, for identity-service's limits
 * @param pageLanguage of an SMS
 */
record CodeDialogue(
        Codes codes,
        AuthenticationSessionModel session,
        String userId,
        String address,
        String pageLanguage,
        Challenge.Purpose purpose,
        Supplier<LoginFormsProvider> form) {

    /** What a form's button asks for; the one without a value checks the code. */
    static final String WAY = "way";

    private static final Logger LOG = Logger.getLogger(CodeDialogue.class);
    private static final String SMS = "sms";
    private static final String VOICE = "voice";
    private static final Set<String> LANGUAGES = Set.of("en", "fr");
    private static final String ENGLISH = "en";

    /** What came of a form: the page to show next, unless the code was right. */
    record Step(Result result, @Nullable Response page) {

        enum Result {
            RIGHT,
            WRONG,
            NEITHER
        }
    }

    /** The code's page; only the first time, a code is sent. */
    Response begin(PhoneNumber number) {
        Challenge challenge = challenge(number);
        challenge.keepIn(session, purpose);
        return challenge.isSent() ? page(challenge, form.get()) : send(challenge, SMS, pageLanguage);
    }

    /** What somebody did on the code's page. */
    Step handle(PhoneNumber number, MultivaluedMap<String, String> typed) {
        Challenge challenge = challenge(number);
        String way = Optional.ofNullable(typed.getFirst(WAY)).orElse("");
        return switch (way) {
            case SMS -> neither(another(challenge, SMS, pageLanguage));
            case VOICE -> neither(another(challenge, VOICE, chosenLanguage(typed)));
            default ->
                check(
                        challenge,
                        Optional.ofNullable(typed.getFirst(CodePage.FIELD)).orElse(""));
        };
    }

    private Challenge challenge(PhoneNumber number) {
        return Challenge.of(session, purpose, userId)
                .filter(known -> known.number().equals(number))
                .orElseGet(() -> Challenge.about(userId, number));
    }

    private static String chosenLanguage(MultivaluedMap<String, String> typed) {
        String language = typed.getFirst("language");
        return language != null && LANGUAGES.contains(language) ? language : ENGLISH;
    }

    private Response another(Challenge challenge, String channel, String language) {
        Duration wait = challenge.untilOtherWays();
        if (!challenge.isSent()) return send(challenge, SMS, pageLanguage);
        if (wait.isPositive()) return page(challenge, tooEarly(wait));
        return send(challenge, channel, language);
    }

    private Response send(Challenge challenge, String channel, String language) {
        boolean again = challenge.isSent();
        try {
            Codes.Sent sent =
                    codes.send(new Codes.Order(challenge.id(), userId, challenge.number(), channel, language, address));
            Challenge next = challenge.sent(sent, channel);
            next.keepIn(session, purpose);
            return page(next, again ? form.get().setInfo("moorageCodeSentAgain") : form.get());
        } catch (Refused e) {
            if (!e.code().equals(Refused.TOO_EARLY)) return page(challenge, refusal(e));
            Challenge known = challenge.notBefore(e.retryAfter());
            known.keepIn(session, purpose);
            // Without an answer to the first order, a code may be under way all the same.
            return page(known, again ? tooEarly(e.retryAfter()) : form.get());
        } catch (Unavailable e) {
            return page(challenge, away(e));
        }
    }

    private Step check(Challenge challenge, String typed) {
        String code = typed.replaceAll("[\\s.-]", "");
        if (!code.matches("\\d{6}")) return neither(page(challenge, wrong("moorageCodeSixDigits")));
        try {
            return switch (codes.check(challenge.id(), userId, code, address)) {
                case RIGHT -> {
                    Challenge.forget(session, purpose);
                    yield new Step(Step.Result.RIGHT, null);
                }
                case WRONG -> new Step(Step.Result.WRONG, page(challenge, wrong("moorageCodeWrong")));
                case EXPIRED -> neither(page(challenge, wrong("moorageCodeExpired")));
            };
        } catch (Refused e) {
            return neither(page(challenge, refusal(e)));
        } catch (Unavailable e) {
            return neither(page(challenge, away(e)));
        }
    }

    /** As after a wrong code, whatever the code was. */
    Response wrongAnyway(PhoneNumber number) {
        return page(challenge(number), wrong("moorageCodeWrong"));
    }

    private Response page(Challenge challenge, LoginFormsProvider form) {
        return CodePage.of(form, challenge, purpose);
    }

    private static Step neither(Response page) {
        return new Step(Step.Result.NEITHER, page);
    }

    private LoginFormsProvider wrong(String message) {
        return form.get().addError(new FormMessage(CodePage.FIELD, message));
    }

    private LoginFormsProvider tooEarly(Duration wait) {
        return form.get().setError("moorageCodeTooEarly", CodePage.inWords(wait));
    }

    private LoginFormsProvider refusal(Refused refused) {
        return form.get().setError(refused.message(), CodePage.inWords(refused.retryAfter()));
    }

    /** Nobody is locked out for it, and the page offers to try again. */
    private LoginFormsProvider away(Unavailable trouble) {
        LOG.warnf("No code: %s (%s)", trouble.getMessage(), trouble.getCause());
        return form.get().setError("moorageCodesAway");
    }
}
