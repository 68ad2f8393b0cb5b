package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import io.moorage.eventstore.WithCommand;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payments that a person has to look at: late, second, of another amount, or for no top-up that we know. */
@WithCommand
class PaymentCases {
    private final JdbcClient jdbc;

    PaymentCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TopUpNeedsReview event) {
        open(
                event.method(),
                event.reference(),
                event.topUpId(),
                event.reason(),
                event.received().toString(),
                event.at());
    }

    /** A payment that names no top-up of ours. Reported again, it stays one case. */
    void openUnmatched(String method, String reference, String report, Instant at) {
        open(method, reference, null, "unmatched", report, at);
    }

    private void open(
            String method, String reference, @Nullable String topUpId, String reason, String report, Instant at) {
        jdbc.sql("""
                        insert into payment_case (method, reference, top_up, reason, report, at)
                        values (:method, :reference, :topUp, :reason, :report, :at) on conflict do nothing
                        """)
                .param("method", method)
                .param("reference", reference)
                .param("topUp", topUpId)
                .param("reason", reason)
                .param("report", report)
                .param("at", Timestamp.from(at))
                .update();
    }
}
