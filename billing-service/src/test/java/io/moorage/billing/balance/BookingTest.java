package io.moorage.billing.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moorage.contracts.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingTest {
    private static final Money FIFTY = Money.of("50", "EUR");

    @Test
    void debits_that_differ_from_credits_are_no_booking() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booking(Entry.debit("a", FIFTY), Entry.credit("b", Money.of("49.99", "EUR"))));
        assertThatIllegalArgumentException().isThrownBy(() -> booking(Entry.debit("a", FIFTY)));
        assertThatIllegalArgumentException().isThrownBy(BookingTest::booking);
    }

    @Test
    void a_booking_never_mixes_currencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booking(Entry.debit("a", FIFTY), Entry.credit("b", Money.of("50", "USD"))));
    }

    @Test
    void an_entry_moves_a_positive_amount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.debit("a", Money.zero("EUR")));
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.credit("a", FIFTY.negated()));
    }

    @Test
    void a_credit_raises_what_we_owe_and_a_debit_lowers_it() {
        Booking booking = booking(Entry.debit("a", FIFTY), Entry.credit("b", FIFTY));
        assertThat(booking.effectOn("b")).isEqualTo(FIFTY);
        assertThat(booking.effectOn("a")).isEqualTo(FIFTY.negated());
        assertThat(booking.effectOn("c")).isEqualTo(Money.zero("EUR"));
    }

    private static Booking booking(Entry... entries) {
        return new Booking("id", "top-up", "t1", "sandbox", List.of(entries));
    }
}
