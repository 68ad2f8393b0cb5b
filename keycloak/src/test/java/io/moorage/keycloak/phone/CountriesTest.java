package io.moorage.keycloak.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountriesTest {

    private static List<String> names(Locale language) {
        return Countries.in(language).stream()
                .map(country -> country.getOrDefault("name", ""))
                .toList();
    }

    @Test
    void countries_are_named_and_sorted_as_the_language_has_it() {
        assertThat(names(Locale.FRENCH)).contains("Allemagne", "États-Unis").doesNotHaveDuplicates();
        assertThat(names(Locale.FRENCH).indexOf("États-Unis"))
                .isLessThan(names(Locale.FRENCH).indexOf("Finlande"));
        assertThat(names(Locale.ENGLISH)).contains("Germany");
        assertThat(Countries.in(Locale.FRENCH)).contains(Map.of("code", "FR", "name", "France"));
    }

    @Test
    void what_is_no_country_is_the_default_one() {
        assertThat(Countries.known("BE")).isEqualTo("BE");
        for (String none : List.of("", "XX", "fr"))
            assertThat(Countries.known(none)).isEqualTo("FR");
    }
}
