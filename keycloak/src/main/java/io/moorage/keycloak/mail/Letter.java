package io.moorage.keycloak.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail as Keycloak wrote it, as the mail room's interface has it.
 *
 * @param user whom it concerns; null for a trial mail of an administrator
 */
record Letter(@Nullable String user, String to, String language, String subject, String text, String html) {

    /** It may hold links that let somebody in, so nothing of it is ever logged. */
    @Override
    public String toString() {
        return "Letter";
    }
}
