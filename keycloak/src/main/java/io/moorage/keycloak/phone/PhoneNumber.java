package io.moorage.keycloak.phone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A number as the whole world writes it (E.164), {@code +33600000001}. */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    /** Country codes of one and two digits, as the ITU hands them out; all others have three. */
    private static final Pattern COUNTRY =
            Pattern.compile("\\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})");

    private static final int SHOWN_DIGITS = 2;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) throw new IllegalArgumentException("Not a number in E.164");
    }

    @Override
    @JsonValue
    public String e164() {
        return e164;
    }

    /** All but the last two digits hidden: {@code +33 • •• •• •• 01}. */
    public String masked() {
        var country = COUNTRY.matcher(e164);
        int start = country.lookingAt() ? country.end() : 1;
        StringBuilder shown = new StringBuilder(e164.substring(0, start));
        int national = e164.length() - start;
        for (int left = national; left > 0; left--) {
            if (left == national || left % 2 == 0) shown.append(' ');
            shown.append(left > SHOWN_DIGITS ? '•' : e164.charAt(e164.length() - left));
        }
        return shown.toString();
    }

    /** A number is personal: whole, it belongs into no log. */
    @Override
    public String toString() {
        return masked();
    }
}
