package io.moorage.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.billing.topup.TopUpCommand.ExpireTopUp;
import io.moorage.billing.topup.TopUpCommand.RecordCheckout;
import io.moorage.billing.topup.TopUpCommand.RecordFailure;
import io.moorage.billing.topup.TopUpCommand.RecordPayment;
import io.moorage.billing.topup.TopUpCommand.RequestTopUp;
import io.moorage.billing.topup.TopUpEvent.TopUpCheckoutOpened;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.billing.topup.TopUpEvent.TopUpExpired;
import io.moorage.billing.topup.TopUpEvent.TopUpFailed;
import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import io.moorage.billing.topup.TopUpEvent.TopUpPaymentReceived;
import io.moorage.billing.topup.TopUpEvent.TopUpRequested;
import io.moorage.contracts.Money;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpTest {
    private static final String ID = "0193-top-up";
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Money FIFTY = Money.of("50", "EUR");

    private final AggregateTestFixture<TopUp> topUp = new AggregateTestFixture<>(TopUp.class);

    @ParameterizedTest
    @ValueSource(strings = {"20.00", "20.01", "50", "10000"})
    void twenty_and_more_can_be_asked_for(String amount) {
        Money money = Money.of(amount, "EUR");
        topUp.givenNoPriorActivity()
                .when(new RequestTopUp(ID, ACCOUNT, money, "sandbox", AT))
                .expectEvents(new TopUpRequested(ID, ACCOUNT, money, "sandbox", AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.99", "0", "0.01"})
    void less_than_twenty_is_refused(String amount) {
        topUp.givenNoPriorActivity()
                .when(new RequestTopUp(ID, ACCOUNT, Money.of(amount, "EUR"), "sandbox", AT))
                .expectNoEvents()
                .expectException(TopUpRefused.class)
                .expectExceptionMessage("amount-below-minimum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000.01", "999999999999999"})
    void more_than_ten_thousand_is_refused(String amount) {
        topUp.givenNoPriorActivity()
                .when(new RequestTopUp(ID, ACCOUNT, Money.of(amount, "EUR"), "sandbox", AT))
                .expectNoEvents()
                .expectExceptionMessage("amount-above-maximum");
    }

    @Test
    void an_opened_checkout_can_be_paid() {
        topUp.given(requested()).when(new RecordCheckout(ID, "http://pay")).expectEvents(opened());
    }

    @Test
    void a_checkout_that_is_told_again_changes_nothing() {
        topUp.given(requested(), opened())
                .when(new RecordCheckout(ID, "http://pay"))
                .expectNoEvents();
    }

    @Test
    void the_payment_asked_for_completes_it() {
        topUp.given(requested(), opened())
                .when(pay("pay-1", FIFTY))
                .expectEvents(received("pay-1", FIFTY), completed("pay-1"));
    }

    @Test
    void a_payment_before_our_own_request_was_answered_completes_it_too() {
        topUp.given(requested()).when(pay("pay-1", FIFTY)).expectEvents(received("pay-1", FIFTY), completed("pay-1"));
    }

    @Test
    void a_checkout_told_after_the_payment_changes_nothing() {
        topUp.given(requested(), received("pay-1", FIFTY), completed("pay-1"))
                .when(new RecordCheckout(ID, "http://pay"))
                .expectNoEvents();
    }

    @Test
    void a_repeated_payment_changes_nothing() {
        topUp.given(requested(), received("pay-1", FIFTY), completed("pay-1"))
                .when(pay("pay-1", FIFTY))
                .expectNoEvents();
    }

    @Test
    void a_second_payment_is_recorded_and_left_to_a_person() {
        topUp.given(requested(), received("pay-1", FIFTY), completed("pay-1"))
                .when(pay("pay-2", FIFTY))
                .expectEvents(received("pay-2", FIFTY), review("pay-2", FIFTY, "second"))
                .expectState(state -> assertThat(state).hasFieldOrPropertyWithValue("state", TopUpState.COMPLETED));
    }

    @Test
    void a_late_payment_is_recorded_and_left_to_a_person() {
        topUp.given(requested(), new TopUpExpired(ID, ACCOUNT, AT))
                .when(pay("pay-1", FIFTY))
                .expectEvents(received("pay-1", FIFTY), review("pay-1", FIFTY, "late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"49.99", "50.01", "5000"})
    void another_amount_is_recorded_and_left_to_a_person(String amount) {
        Money other = Money.of(amount, "EUR");
        topUp.given(requested(), opened())
                .when(pay("pay-1", other))
                .expectEvents(received("pay-1", other), review("pay-1", other, "amount"));
    }

    @Test
    void another_currency_is_recorded_and_left_to_a_person() {
        Money dollars = Money.of("50", "USD");
        topUp.given(requested(), opened())
                .when(pay("pay-1", dollars))
                .expectEvents(received("pay-1", dollars), review("pay-1", dollars, "currency"));
    }

    @Test
    void a_declined_payment_fails_it() {
        topUp.given(requested(), opened())
                .when(new RecordFailure(ID, "declined", AT))
                .expectEvents(new TopUpFailed(ID, ACCOUNT, "declined", AT));
    }

    @Test
    void what_is_completed_can_neither_fail_nor_expire() {
        topUp.given(requested(), received("pay-1", FIFTY), completed("pay-1"))
                .when(new RecordFailure(ID, "declined", AT))
                .expectNoEvents();
        topUp.given(requested(), received("pay-1", FIFTY), completed("pay-1"))
                .when(new ExpireTopUp(ID, AT))
                .expectNoEvents();
    }

    @Test
    void what_nobody_pays_expires_once() {
        topUp.given(requested()).when(new ExpireTopUp(ID, AT)).expectEvents(new TopUpExpired(ID, ACCOUNT, AT));
        topUp.given(requested(), new TopUpExpired(ID, ACCOUNT, AT))
                .when(new ExpireTopUp(ID, AT))
                .expectNoEvents();
    }

    private static TopUpRequested requested() {
        return new TopUpRequested(ID, ACCOUNT, FIFTY, "sandbox", AT);
    }

    private static TopUpCheckoutOpened opened() {
        return new TopUpCheckoutOpened(ID, ACCOUNT, "http://pay");
    }

    private static RecordPayment pay(String reference, Money amount) {
        return new RecordPayment(ID, reference, amount, AT);
    }

    private static TopUpPaymentReceived received(String reference, Money amount) {
        return new TopUpPaymentReceived(ID, ACCOUNT, reference, amount, AT);
    }

    private static TopUpCompleted completed(String reference) {
        return new TopUpCompleted(ID, ACCOUNT, FIFTY, "sandbox", reference, AT);
    }

    private static TopUpNeedsReview review(String reference, Money amount, String reason) {
        return new TopUpNeedsReview(ID, ACCOUNT, "sandbox", reference, amount, reason, AT);
    }
}
