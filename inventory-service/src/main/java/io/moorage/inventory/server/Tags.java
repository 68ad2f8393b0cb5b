package io.moorage.inventory.server;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A customer's own words for a server: short texts, each once, whatever its case. */
record Tags(List<String> words) {
    static final int MOST = 20;
    static final int LONGEST = 32;

    /** Nothing here has a meaning in HTML, SQL or a spreadsheet, save where it begins a cell. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.: -]+");

    /**
     * Tidied: without blanks around it, and what differs in case only taken once.
     *
     * @throws ServerRefused if there are too many, or one isn't a tag
     */
    static Tags of(List<? extends @Nullable String> wished) {
        if (wished.size() > MOST) throw ServerRefused.tooManyTags();
        Map<String, String> distinct = new LinkedHashMap<>();
        for (int i = 0; i < wished.size(); i++) {
            String tag = Normalizer.normalize(String.valueOf(wished.get(i)), Normalizer.Form.NFC)
                    .strip();
            if (wished.get(i) == null || !isTag(tag)) throw ServerRefused.tagInvalid(i);
            distinct.putIfAbsent(folded(tag), tag);
        }
        return new Tags(List.copyOf(distinct.values()));
    }

    private static boolean isTag(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && FORM.matcher(text).matches();
    }

    /** As tags are compared and found. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
