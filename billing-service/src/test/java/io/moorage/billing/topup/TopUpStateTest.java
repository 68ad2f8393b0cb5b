package io.moorage.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.billing.topup.TopUpEvent.TopUpCheckoutOpened;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.billing.topup.TopUpEvent.TopUpExpired;
import io.moorage.billing.topup.TopUpEvent.TopUpFailed;
import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import io.moorage.contracts.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpStateTest {
    private static final Instant AT = Instant.EPOCH;
    private static final Money FIFTY = Money.of("50", "EUR");
    private static final List<TopUpEvent> EVENTS = List.of(
            new TopUpCheckoutOpened("t", "a", "url"),
            new TopUpCompleted("t", "a", FIFTY, "sandbox", "p", AT),
            new TopUpFailed("t", "a", "declined", AT),
            new TopUpExpired("t", "a", AT),
            new TopUpNeedsReview("t", "a", "sandbox", "p", FIFTY, "late", AT));

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    # state,   opened,    completed, failed,    expired,   review
                    REQUESTED, PENDING,   COMPLETED, FAILED,    EXPIRED,   REVIEW
                    PENDING,   PENDING,   COMPLETED, FAILED,    EXPIRED,   REVIEW
                    COMPLETED, COMPLETED, COMPLETED, COMPLETED, COMPLETED, COMPLETED
                    FAILED,    FAILED,    FAILED,    FAILED,    FAILED,    REVIEW
                    EXPIRED,   EXPIRED,   EXPIRED,   EXPIRED,   EXPIRED,   REVIEW
                    REVIEW,    REVIEW,    REVIEW,    REVIEW,    REVIEW,    REVIEW
                    """)
    void each_event_leads_where_the_table_says(
            TopUpState from,
            TopUpState opened,
            TopUpState completed,
            TopUpState failed,
            TopUpState expired,
            TopUpState review) {
        assertThat(EVENTS).extracting(from::after).containsExactly(opened, completed, failed, expired, review);
    }
}
