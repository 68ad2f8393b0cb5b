package io.moorage.account.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What somebody who gets a mail reads. The subject is a single line, whatever it was made from: a line break in it would
 * begin another header. Characters that no mail nor table can hold are gone.
 */
record Letter(String subject, String text, String html) {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    Letter {
        subject = BREAKS.matcher(whole(subject)).replaceAll(" ").strip();
        text = printable(text);
        html = printable(html);
    }

    /** Half a character, which Java allows, becomes a question mark. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(whole(text)).replaceAll("");
    }

    /** Without what it says: it may hold secrets, and is nobody's to read in a log. */
    @Override
    public String toString() {
        return "Letter";
    }
}
