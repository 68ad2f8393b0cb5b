package io.moorage.identity.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mobile number. Personal data: never in an event, a log or an address.
 *
 * @param e164 as {@code +33600000001}
 */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    /** What people write; letters, which the library would take for keys of a phone, are mistakes here. */
    private static final Pattern WRITTEN = Pattern.compile("[+0-9 ().\\-/\\u00a0\\u202f\\u2010\\u2011]{4,40}");

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    /** Country codes of no country, such as satellite networks. */
    private static final String NO_COUNTRY = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;

    private static final int SHOWN_DIGITS = 2;
    private static final String HIDDEN = "•";

    /**
     * @param written as a person writes it
     * @param country two letters, for a number without country code; null if it must have one
     * @throws PhoneNumberRefused if it is none, or none that a code can go to
     */
    public static PhoneNumber of(String written, @Nullable String country) {
        if (!WRITTEN.matcher(written).matches()) throw PhoneNumberRefused.invalid();
        Phonenumber.PhoneNumber number = parse(written, country == null ? "ZZ" : country.toUpperCase(Locale.ROOT));
        if (!PLANS.isValidNumber(number)) throw PhoneNumberRefused.invalid();
        if (!MOBILE.contains(PLANS.getNumberType(number)) || NO_COUNTRY.equals(PLANS.getRegionCodeForNumber(number)))
            throw PhoneNumberRefused.refused();
        return new PhoneNumber(PLANS.format(number, PhoneNumberFormat.E164));
    }

    private static Phonenumber.PhoneNumber parse(String written, String country) {
        try {
            return PLANS.parse(written, country);
        } catch (NumberParseException e) {
            throw PhoneNumberRefused.invalid(); // without the cause: it quotes what was written
        }
    }

    /** As {@code +33 6 00 00 00 01}. */
    public String shown() {
        return PLANS.format(parse(e164, "ZZ"), PhoneNumberFormat.INTERNATIONAL);
    }

    /** As {@code +33 • •• •• •• 01}: the country and the last two digits. */
    public String masked() {
        String shown = shown();
        int afterCountry = shown.indexOf(' ');
        int open = shown.length() - SHOWN_DIGITS;
        return shown.substring(0, afterCountry)
                + shown.substring(afterCountry, open).replaceAll("[0-9]", HIDDEN)
                + shown.substring(open);
    }

    /** Masked: it may end in a log. */
    @Override
    public String toString() {
        return masked();
    }
}
