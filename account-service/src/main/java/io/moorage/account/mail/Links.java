package io.moorage.account.mail;

import java.util.regex.Pattern;

/** Blanks the links in mails that others have written: what stands behind a question mark may be a token. */
final class Links {
    private static final Pattern WITH_QUERY = Pattern.compile("https?://[^\\s\"'<>?]*\\?[^\\s\"'<>]*");

    private Links() {}

    static Letter blank(Letter letter) {
        return new Letter(blank(letter.subject()), blank(letter.text()), blank(letter.html()));
    }

    private static String blank(String text) {
        return WITH_QUERY.matcher(text).replaceAll(Templates.BLANK);
    }
}
