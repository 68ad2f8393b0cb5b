package io.moorage.account.profile;

import static io.moorage.account.profile.TextRule.upTo;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a profile that its owner can change, each with its place in the API and the rule for its values. */
enum ProfileField {
    LANGUAGE("language", "language", TextRule.LANGUAGE),
    FIRST_NAME("firstName", "first_name", upTo(100)),
    LAST_NAME("lastName", "last_name", upTo(100)),
    PHONE("phone", "phone", TextRule.PHONE),
    COMPANY("company", "company", upTo(150)),
    VAT_NUMBER("vatNumber", "vat_number", TextRule.VAT_NUMBER),
    LINE1("address.line1", "line1", upTo(150)),
    LINE2("address.line2", "line2", upTo(150)),
    POSTAL_CODE("address.postalCode", "postal_code", upTo(20)),
    CITY("address.city", "city", upTo(100)),
    COUNTRY("address.country", "country", TextRule.COUNTRY);

    private final String path;
    private final String column;
    private final TextRule rule;

    ProfileField(String path, String column, TextRule rule) {
        this.path = path;
        this.column = column;
        this.rule = rule;
    }

    /** As requests and events name it, as {@code address.city}. */
    String path() {
        return path;
    }

    String column() {
        return column;
    }

    TextRule rule() {
        return rule;
    }

    boolean isOfAddress() {
        return path.startsWith("address.");
    }

    /** @param pointer a JSON pointer, as {@code /address/city} */
    static Optional<ProfileField> at(String pointer) {
        return Arrays.stream(values())
                .filter(field -> pointer.equals("/" + field.path.replace('.', '/')))
                .findFirst();
    }
}
