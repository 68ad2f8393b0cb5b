package io.moorage.keycloak.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+33600000001, +33 • •• •• •• 01",
        "+4915112345678, +49 • •• •• •• •• 78",
        "+14155550123, +1 •• •• •• •• 23",
        "+352621123456, +352 • •• •• •• 56"
    })
    void all_but_the_country_and_the_last_two_digits_is_hidden(String number, String masked) {
        assertThat(new PhoneNumber(number).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0600000001", "+0600000001", "+33 6 00", "+33", "+336000000010000000", "+33x00000001"})
    void what_is_not_written_as_the_world_does_is_no_number(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text));
    }

    @Test
    void a_number_is_stored_as_text_and_shown_masked_only() throws Exception {
        PhoneNumber number = new PhoneNumber("+33600000001");

        assertThat(JsonSerialization.writeValueAsString(number)).isEqualTo("\"+33600000001\"");
        assertThat(JsonSerialization.readValue("\"+33600000001\"", PhoneNumber.class))
                .isEqualTo(number);
        assertThat(number.toString()).doesNotContain("600000001");
    }
}
