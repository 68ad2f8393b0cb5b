package io.moorage.cli.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** Texts in one language. Placeholders are {@code {0}}, {@code {1}} …, filled in without formatting. */
public final class Texts {
    private static final String BUNDLE = "io.moorage.cli.texts";

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static Texts in(String language) {
        return new Texts(language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** As POSIX chooses: the first of these variables that is set decides. English where it isn't French. */
    public static String language(Map<String, String> variables) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = variables.getOrDefault(name, "");
            if (!value.isEmpty()) return value.startsWith("fr") ? "fr" : "en";
        }
        return "en";
    }

    public String language() {
        return language.getLanguage();
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public String of(String key, @Nullable Object... values) {
        String pattern = bundle.getString(key);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            boolean placeholder =
                    pattern.charAt(at) == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
            int index = placeholder ? pattern.charAt(at + 1) - '0' : -1;
            if (index < 0 || index >= values.length) {
                text.append(pattern.charAt(at));
                continue;
            }
            text.append(values[index]);
            at += 2;
        }
        return text.toString();
    }

    /** A word of the API in the user's language; one that is newer than this program is shown as it is. */
    public String word(String group, String word) {
        String key = group + "." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }
}
