package io.moorage.identity.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    +33600000001,        -,  +33600000001
                    +33 6 12 34 56 78,   -,  +33612345678
                    06.12.34.56.78,      FR, +33612345678
                    0612345678,          fr, +33612345678
                    0033 6 12 34 56 78,  FR, +33612345678
                    (07) 51 23 45 67,    FR, +33751234567
                    +44 7400 123456,     FR, +447400123456
                    +1 201 555 0123,     -,  +12015550123
                    0151 23456789,       DE, +4915123456789
                    """)
    void a_mobile_number_is_the_same_however_it_is_written(String written, @Nullable String country, String e164) {
        assertThat(PhoneNumber.of(written, country).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    +33 1 42 68 53 00, -
                    +33 8 92 70 12 39, -
                    +33 8 05 12 34 56, -
                    +33 8 20 12 34 56, -
                    +33 9 72 12 34 56, -
                    0142685300,        FR
                    +44 9098 790123,   -
                    +49 900 1123456,   -
                    +881 6 1234 5678,  -
                    +800 1234 5678,    -
                    """)
    void landline_premium_shared_cost_free_voip_and_satellite_numbers_are_refused(
            String written, @Nullable String country) {
        assertThatExceptionOfType(PhoneNumberRefused.class)
                .isThrownBy(() -> PhoneNumber.of(written, country))
                .returns("phone-number-refused", PhoneNumberRefused::code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "nothing",
                "0612345678",
                "+33 6 12 34 56",
                "+33 6 12 34 56 78 90",
                "+999 12345678",
                "+33 6 12 CALL ME",
                "+33612345678;ext=5",
                "tel:+33612345678",
                "+33 6 12 34 56 78\n+33 8 92 70 12 39",
                "+3361234567800000000000000000000000000000000000000000000000"
            })
    void what_is_no_number_is_invalid(String written) {
        assertThatExceptionOfType(PhoneNumberRefused.class)
                .isThrownBy(() -> PhoneNumber.of(written, null))
                .returns("phone-number-invalid", PhoneNumberRefused::code)
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "+33600000001, +33 6 00 00 00 01, +33 • •• •• •• 01",
        "+447400123456, +44 7400 123456, +44 •••• ••••56",
        "+12015550123, +1 201-555-0123, +1 •••-•••-••23"
    })
    void people_see_a_number_grouped_and_others_only_its_end(String e164, String shown, String masked) {
        PhoneNumber number = new PhoneNumber(e164);

        assertThat(number.shown()).isEqualTo(shown);
        assertThat(number.masked()).isEqualTo(masked);
        assertThat(number).hasToString(masked);
    }

    @Test
    void an_unknown_country_helps_no_number() {
        assertThatExceptionOfType(PhoneNumberRefused.class)
                .isThrownBy(() -> PhoneNumber.of("0612345678", "Atlantis"))
                .returns("phone-number-invalid", PhoneNumberRefused::code);
    }
}
