package io.moorage.account.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.web.InvalidFields;
import io.moorage.web.Malformed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProfilePatchTest {
    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    firstName          | "  Zoë "                 | Zoë
                    lastName           | null                     | ~~
                    company            | ""                       | ~~
                    company            | "   "                    | ~~
                    language           | "fr"                     | fr
                    phone              | "+33 6 12 34 56 78"      | +33612345678
                    phone              | "+33\\u202f612\\u00a0345678" | +33612345678
                    vatNumber          | "fr 12 345678901"        | FR12345678901
                    vatNumber          | "ATU12345678"            | ATU12345678
                    address.country    | "de"                     | DE
                    address.country    | null                     | ~~
                    address.postalCode | "1010 AB"                | 1010 AB
                    """)
    void values_are_tidied_and_kept(String path, String given, String kept) {
        assertThat(read(path, given)).isEqualTo(Map.of(field(path), kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    language        | "de"                  | language-unknown
                    language        | null                  | language-unknown
                    language        | ""                    | language-unknown
                    phone           | "0612345678"          | phone-invalid
                    phone           | "+0612345678"         | phone-invalid
                    phone           | "+33612"              | phone-invalid
                    phone           | "+1234567890123456"   | phone-invalid
                    phone           | "call me"             | phone-invalid
                    vatNumber       | "12345678901"         | vat-number-invalid
                    vatNumber       | "FR1"                 | vat-number-invalid
                    vatNumber       | "FR1234567890123"     | vat-number-invalid
                    vatNumber       | "FR-12345"            | vat-number-invalid
                    address.country | "XX"                  | country-unknown
                    address.country | "FRA"                 | country-unknown
                    firstName       | "a\\u0000b"           | field-invalid
                    firstName       | "a\\nb"               | field-invalid
                    firstName       | "\\ud800"             | field-invalid
                    firstName       | 7                     | field-invalid
                    firstName       | ["Zoë"]               | field-invalid
                    company         | {}                    | field-invalid
                    address         | "1 Main Street"       | field-invalid
                    address         | []                    | field-invalid
                    handle          | "aa00000-mo"          | field-read-only
                    kind            | "provider"            | field-read-only
                    status          | "suspended"           | field-read-only
                    openedAt        | null                  | field-read-only
                    currency        | "USD"                 | field-read-only
                    email           | "new@example.eu"      | field-read-only
                    nickname        | "Zoë"                 | field-unknown
                    address.state   | "Texas"               | field-unknown
                    """)
    void what_breaks_a_rule_is_refused_by_its_code(String path, String given, String code) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> read(path, given))
                .withMessage("[" + code + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, 100",
        "lastName, 100",
        "company, 150",
        "address.line1, 150",
        "address.line2, 150",
        "address.postalCode, 20",
        "address.city, 100"
    })
    void texts_have_a_length_counted_in_characters(String path, int longest) {
        String allowed = "𝄞".repeat(longest);
        assertThat(read(path, "\"" + allowed + "\"")).containsEntry(field(path), allowed);
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> read(path, "\"" + allowed + "x\""))
                .withMessage("[field-too-long]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"address.city", "address/city", "/address/city", "a~1b"})
    void a_name_that_looks_like_a_path_is_unknown(String name) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> ProfilePatch.read(json.readTree("{\"" + name + "\": \"x\"}")))
                .withMessage("[field-unknown]");
    }

    @Test
    void no_address_empties_all_of_it() {
        assertThat(ProfilePatch.read(json.readTree("{\"address\": null}")))
                .containsOnlyKeys(
                        ProfileField.LINE1,
                        ProfileField.LINE2,
                        ProfileField.POSTAL_CODE,
                        ProfileField.CITY,
                        ProfileField.COUNTRY)
                .allSatisfy((field, value) -> assertThat(value).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"text\""})
    void anything_but_an_object_is_malformed(String body) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> ProfilePatch.read(json.readTree(body)));
    }

    private Map<ProfileField, String> read(String path, String value) {
        String[] names = path.split("\\.");
        String patch = names.length == 1
                ? "{\"%s\": %s}".formatted(path, value)
                : "{\"%s\": {\"%s\": %s}}".formatted(names[0], names[1], value);
        return ProfilePatch.read(json.readTree(patch));
    }

    private static ProfileField field(String path) {
        return ProfileField.at("/" + path.replace('.', '/')).orElseThrow();
    }
}
