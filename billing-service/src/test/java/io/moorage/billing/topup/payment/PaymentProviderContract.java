package io.moorage.billing.topup.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.billing.topup.payment.PaymentProvider.CheckoutRequest;
import io.moorage.billing.topup.payment.PaymentProvider.Notice;
import io.moorage.contracts.Money;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What every payment provider's adapter does, whoever the provider is; run by each of them. */
public interface PaymentProviderContract {
    Money FIFTY = Money.of("50", "EUR");

    PaymentProvider provider();

    void providerIsAway(boolean away);

    /** A report of a payment of 50 EUR for that top-up, and its headers. */
    Report paid(String topUpId, String reference);

    /** A report that the payment was declined. */
    Report failed(String topUpId);

    record Report(HttpHeaders headers, byte[] body) {}

    @Test
    default void asking_twice_for_a_top_up_gives_the_same_page() {
        CheckoutRequest request = new CheckoutRequest("0193-a", FIFTY, "http://localhost/back");
        String page = provider().openCheckout(request);
        assertThat(page).startsWith("http");
        assertThat(provider().openCheckout(request)).isEqualTo(page);
        assertThat(provider().openCheckout(new CheckoutRequest("0193-b", FIFTY, "http://localhost/back")))
                .isNotEqualTo(page);
    }

    @Test
    default void a_provider_that_does_not_answer_is_unavailable() {
        providerIsAway(true);
        assertThatExceptionOfType(ProviderUnavailable.class)
                .isThrownBy(
                        () -> provider().openCheckout(new CheckoutRequest("0193-c", FIFTY, "http://localhost/back")));
        providerIsAway(false);
    }

    @Test
    default void a_payment_is_told_in_our_words() {
        Report report = paid("0193-d", "pay-1");
        assertThat(provider().read(report.headers(), report.body())).isInstanceOfSatisfying(Notice.Paid.class, paid -> {
            assertThat(paid.topUpId()).isEqualTo("0193-d");
            assertThat(paid.reference()).isEqualTo("pay-1");
            assertThat(paid.amount()).isEqualTo(FIFTY);
        });
    }

    @Test
    default void a_declined_payment_is_told_in_our_words() {
        Report report = failed("0193-e");
        assertThat(provider().read(report.headers(), report.body()))
                .isInstanceOfSatisfying(
                        Notice.Failed.class,
                        failed -> assertThat(failed.topUpId()).isEqualTo("0193-e"));
    }

    @Test
    default void a_changed_report_is_a_forgery() {
        Report report = paid("0193-f", "pay-1");
        byte[] changed = new String(report.body(), StandardCharsets.UTF_8)
                .replace("50.00", "5000.00")
                .getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(WebhookForged.class)
                .isThrownBy(() -> provider().read(report.headers(), changed));
    }

    @Test
    default void a_report_without_proof_of_origin_is_a_forgery() {
        byte[] body = paid("0193-g", "pay-1").body();
        assertThatExceptionOfType(WebhookForged.class)
                .isThrownBy(() -> provider().read(new HttpHeaders(), body));
    }
}
