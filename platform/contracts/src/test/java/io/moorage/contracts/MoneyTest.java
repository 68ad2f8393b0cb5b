package io.moorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"50,EUR,50.00", "50.1,EUR,50.10", "50.000,EUR,50.00", "50,JPY,50", "1.234,KWD,1.234"})
    void an_amount_has_the_decimals_of_its_currency(String amount, String currency, String expected) {
        assertThat(Money.of(amount, currency).amount()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"50.001,EUR", "0.1,JPY", "1e20,EUR", "1e1000000000,EUR", "50,XXY", "50,eur"})
    void what_the_currency_cannot_express_is_no_money(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @Test
    void amounts_of_one_currency_add_up_and_are_equal_by_value() {
        assertThat(Money.of("19.99", "EUR").plus(Money.of("0.01", "EUR"))).isEqualTo(Money.of("20", "EUR"));
    }

    @Test
    void currencies_never_mix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").compareTo(Money.of("1", "USD")));
    }
}
