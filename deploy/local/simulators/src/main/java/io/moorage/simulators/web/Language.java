package io.moorage.simulators.web;

import java.util.List;
import java.util.Locale;

/** The languages of the pages. */
public enum Language {
    EN,
    FR;

    /** Asked for by {@code ?lang=}, else what the page's owner prefers, else the browser's, else English. */
    public static Language of(Request request, String preferred) {
        for (String wish : List.of(request.query("lang"), preferred)) {
            if (wish.equals("fr") || wish.equals("en")) {
                return valueOf(wish.toUpperCase(Locale.ROOT));
            }
        }
        String accepted = request.header("accept-language");
        if (accepted.isBlank()) {
            return EN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            return "fr".equals(Locale.lookupTag(ranges, List.of("fr", "en"))) ? FR : EN;
        } catch (IllegalArgumentException e) {
            return EN; // a header that nobody can read wishes for nothing
        }
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return this == FR ? Locale.FRANCE : Locale.UK;
    }

    /** One text in both languages. */
    public String say(String english, String french) {
        return this == FR ? french : english;
    }
}
