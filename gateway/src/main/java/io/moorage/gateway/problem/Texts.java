package io.moorage.gateway.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The gateway's own words, in each language. */
public final class Texts {
    private Texts() {}

    /** @param arguments put into the text where it has places for them */
    public static String text(Language language, String key, String... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.of(language.tag()));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
