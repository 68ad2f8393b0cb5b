package io.moorage.account.profile;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text that a customer typed is tidied up, and what it may be then.
 *
 * @param tidy before anything is checked or kept
 * @param maximum length in characters as people count them
 * @param allowed what the tidied text must be; any text if null
 * @param refusal the code of the error otherwise
 */
record TextRule(
        UnaryOperator<String> tidy, int maximum, @Nullable Pattern allowed, String refusal) {
    /** Ordinary, no-break and narrow spaces, wherever people put them to group digits. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private static final String COUNTRIES =
            String.join("|", Set.copyOf(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)));

    static final TextRule LANGUAGE = matching(String::strip, "fr|en", "language-unknown");

    /** An international number (ITU-T E.164): at most 15 digits, and no real one has fewer than 7. */
    static final TextRule PHONE = matching(TextRule::withoutSpaces, "(\\+[1-9][0-9]{6,14})?", "phone-invalid");

    /** The common form of the EU's VAT numbers; whether it is registered is another question. */
    static final TextRule VAT_NUMBER = matching(
            text -> withoutSpaces(text).toUpperCase(Locale.ROOT), "([A-Z]{2}[A-Z0-9]{2,12})?", "vat-number-invalid");

    /** ISO 3166-1 alpha-2. */
    static final TextRule COUNTRY =
            matching(text -> text.strip().toUpperCase(Locale.ROOT), "(" + COUNTRIES + ")?", "country-unknown");

    static TextRule upTo(int maximum) {
        return new TextRule(String::strip, maximum, null, "field-invalid");
    }

    private static TextRule matching(UnaryOperator<String> tidy, String pattern, String refusal) {
        return new TextRule(tidy, Integer.MAX_VALUE, Pattern.compile(pattern), refusal);
    }

    boolean allows(String tidied) {
        if (allowed != null) return allowed.matcher(tidied).matches();
        return tidied.codePoints().noneMatch(TextRule::isUnprintable);
    }

    boolean isTooLong(String tidied) {
        return tidied.codePointCount(0, tidied.length()) > maximum;
    }

    /** Line breaks and control characters have no place in a line of text; half a character can't even be stored. */
    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    private static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("");
    }
}
