package io.moorage.keycloak.phone;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;

/** Where a code is typed in. It works without script: times stand in it as of now, and every button sends a form. */
final class CodePage {

    static final String FIELD = "code";

    private static final String TEMPLATE = "moorage-phone-code.ftl";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private CodePage() {}

    /** The page for a challenge; what the form carries already, an error for instance, is shown on it. */
    static Response of(LoginFormsProvider form, Challenge challenge, Challenge.Purpose purpose) {
        Map<String, Object> phone = new HashMap<>();
        phone.put("number", challenge.number().masked());
        phone.put("sent", challenge.isSent());
        phone.put("channel", challenge.channel());
        phone.put("enrolment", purpose == Challenge.Purpose.ENROLMENT);
        Duration wait = wholeSeconds(challenge.untilOtherWays());
        phone.put("seconds", Long.toString(wait.toSeconds()));
        phone.put("wait", inWords(wait));
        phone.put("waitUntil", CLOCK.format(Instant.ofEpochMilli(challenge.otherWaysAt())));
        Long expiresAt = challenge.expiresAt();
        if (expiresAt != null) phone.put("minutes", minutes(expiresAt - Time.currentTimeMillis()));
        return form.setAttribute("phone", phone).createForm(TEMPLATE);
    }

    /** Rounded up: who waits for as long as the page says must not be too early. */
    private static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(duration.plusMillis(999).toSeconds());
    }

    /** So long, as both languages write it. */
    static String inWords(Duration exact) {
        Duration duration = wholeSeconds(exact);
        long minutes = duration.toMinutes();
        String seconds = duration.toSecondsPart() + " s";
        return minutes == 0 ? seconds : minutes + " min " + seconds;
    }

    private static long minutes(long millis) {
        return Math.max(0, Math.ceilDiv(millis, 60_000L));
    }
}
