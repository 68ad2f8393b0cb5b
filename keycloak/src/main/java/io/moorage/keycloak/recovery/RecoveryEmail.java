package io.moorage.keycloak.recovery;

import java.time.Duration;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;

/**
 * Sends the link, if there is a user. Making link and mail takes some milliseconds that an unknown user would not, so
 * both take the same, longer time.
 */
public final class RecoveryEmail extends ResetCredentialEmail {

    /** Name under which flows refer to this step. */
    public static final String ID = "moorage-recovery-email";

    /** Well above what the work takes, and short for a person. */
    private static final Duration EVERYBODY_WAITS = Duration.ofMillis(400);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        long end = System.nanoTime() + EVERYBODY_WAITS.toNanos();
        super.authenticate(context);
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String getDisplayType() {
        return "Moorage recovery e-mail";
    }

    @Override
    public String getId() {
        return ID;
    }
}
