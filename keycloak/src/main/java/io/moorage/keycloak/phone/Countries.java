package io.moorage.keycloak.phone;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The countries that a number without a country code can be of. */
final class Countries {

    static final String DEFAULT = "FR";

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** All of them, {@code code} and {@code name}, in the order of a language. */
    static List<Map<String, String>> in(Locale language) {
        Collator order = Collator.getInstance(language);
        return Stream.of(Locale.getISOCountries())
                .sorted(Comparator.comparing(code -> name(code, language), order))
                .map(code -> Map.of("code", code, "name", name(code, language)))
                .toList();
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    /** What a form says, or the default where it says nothing that we know. */
    static String known(String code) {
        return KNOWN.contains(code) ? code : DEFAULT;
    }
}
