package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpEvent.TopUpCheckoutOpened;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.billing.topup.TopUpEvent.TopUpExpired;
import io.moorage.billing.topup.TopUpEvent.TopUpFailed;
import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import io.moorage.billing.topup.TopUpEvent.TopUpRequested;
import io.moorage.contracts.Money;
import io.moorage.eventstore.WithCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The top-ups of an account as it sees them, and those that wait to be paid. */
@WithCommand(tables = "top_up")
public class TopUpList {
    private final JdbcClient jdbc;

    TopUpList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TopUpRequested event) {
        jdbc.sql(
                        "insert into top_up (id, account, amount, currency, method, state, created_at) values (?, ?, ?, ?, ?, 'requested', ?)")
                .params(
                        event.topUpId(),
                        event.account(),
                        event.amount().amount(),
                        event.amount().currency(),
                        event.method(),
                        Timestamp.from(event.at()))
                .update();
    }

    @EventHandler
    void on(TopUpCheckoutOpened event) {
        jdbc.sql("update top_up set state = 'pending', checkout_url = ? where id = ?")
                .params(event.url(), event.topUpId())
                .update();
    }

    @EventHandler
    void on(TopUpCompleted event) {
        jdbc.sql("update top_up set state = 'completed', checkout_url = null, completed_at = ? where id = ?")
                .params(Timestamp.from(event.at()), event.topUpId())
                .update();
    }

    @EventHandler
    void on(TopUpFailed event) {
        close(event.topUpId(), TopUpState.FAILED);
    }

    @EventHandler
    void on(TopUpExpired event) {
        close(event.topUpId(), TopUpState.EXPIRED);
    }

    @EventHandler
    void on(TopUpNeedsReview event) {
        jdbc.sql("update top_up set state = 'review', checkout_url = null where id = ? and state <> 'completed'")
                .params(event.topUpId())
                .update();
    }

    private void close(String topUpId, TopUpState state) {
        jdbc.sql("update top_up set state = ?, checkout_url = null where id = ?")
                .params(state.code(), topUpId)
                .update();
    }

    Optional<Line> find(String account, String id) {
        return jdbc.sql("select * from top_up where account = ? and id = ?")
                .params(account, id)
                .query(TopUpList::line)
                .optional();
    }

    /** Newest first, after the one with that id; one more than asked for tells that others follow. */
    List<Line> page(String account, @Nullable String after, int limit) {
        return jdbc.sql(
                        "select * from top_up where account = :account and (:after::text is null or id < :after) order by id desc limit :limit")
                .param("account", account)
                .param("after", after)
                .param("limit", limit + 1)
                .query(TopUpList::line)
                .list();
    }

    /** What an account has under way: asked for, and neither paid nor given up. */
    public Money pending(String account, String currency) {
        return jdbc.sql(
                        "select coalesce(sum(amount), 0) from top_up where account = ? and currency = ? and state in ('requested', 'pending')")
                .params(account, currency)
                .query((row, index) -> new Money(row.getBigDecimal(1), currency))
                .single();
    }

    List<String> openSince(Instant moment, int limit) {
        return jdbc.sql(
                        "select id from top_up where state in ('requested', 'pending') and created_at < ? order by created_at limit ?")
                .params(Timestamp.from(moment), limit)
                .query((row, index) -> row.getString("id"))
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        Timestamp completed = row.getTimestamp("completed_at");
        return new Line(
                row.getString("id"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("method"),
                row.getString("state"),
                row.getString("checkout_url"),
                row.getTimestamp("created_at").toInstant(),
                completed == null ? null : completed.toInstant());
    }

    /**
     * A top-up as the API shows it.
     *
     * @param state {@code requested}, {@code pending}, {@code completed}, {@code failed}, {@code expired} or {@code review}
     * @param checkoutUrl where to pay, while it can be paid
     */
    @Schema(name = "TopUp")
    record Line(
            String id,
            Money amount,
            String method,

            @Schema(allowableValues = {"requested", "pending", "completed", "failed", "expired", "review"})
            String state,

            @Nullable String checkoutUrl,
            Instant createdAt,
            @Nullable Instant completedAt) {}
}
