package io.moorage.account.notice;

import io.moorage.account.notice.MatterCommand.AddNotice;
import io.moorage.account.notice.MatterEvent.NoticeAdded;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MatterTest {
    private static final String MATTER = "action/a-1";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Map<String, String> PARAMETERS = Map.of("action", "reboot", "server", "10427");

    private final AggregateTestFixture<Matter> matter = new AggregateTestFixture<>(Matter.class);

    @ParameterizedTest
    @EnumSource(
            value = NoticeCode.class,
            mode = Mode.EXCLUDE,
            names = {"SERVER_IN_ORDER"})
    void the_first_notice_of_a_matter_is_told(NoticeCode code) {
        matter.givenNoPriorActivity().when(add(code)).expectEvents(added(code));
    }

    @Test
    void a_beginning_and_its_end_are_both_told() {
        matter.given(added(NoticeCode.SERVER_ACTION_REQUESTED))
                .when(add(NoticeCode.SERVER_ACTION_SUCCEEDED))
                .expectEvents(added(NoticeCode.SERVER_ACTION_SUCCEEDED));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeCode.class,
            names = {
                "SERVER_ACTION_SUCCEEDED",
                "SERVER_ACTION_FAILED",
                "SERVER_ACTION_CANCELLED",
                "SERVER_ACTION_TIMED_OUT"
            })
    void what_has_ended_is_not_said_to_be_under_way(NoticeCode end) {
        matter.given(added(end))
                .when(add(NoticeCode.SERVER_ACTION_REQUESTED))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_told_again_is_no_news(NoticeCode code) {
        matter.given(added(code)).when(add(code)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void another_payment_for_the_same_top_up_is_news() {
        matter.given(review("pay-1"))
                .when(new AddNotice(
                        MATTER,
                        "n-2",
                        "xx11111-mo",
                        NoticeCode.TOP_UP_REVIEW,
                        review("pay-2").parameters(),
                        "/billing/top-ups/t-1",
                        AT))
                .expectEvents(review("pay-2"));
    }

    @Test
    void that_a_server_is_in_order_is_news_only_once_it_was_not() {
        matter.givenNoPriorActivity()
                .when(add(NoticeCode.SERVER_IN_ORDER))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        matter.given(added(NoticeCode.SERVER_SUSPENDED))
                .when(add(NoticeCode.SERVER_IN_ORDER))
                .expectEvents(added(NoticeCode.SERVER_IN_ORDER));
    }

    @Test
    void a_server_can_be_overdue_again() {
        matter.given(added(NoticeCode.SERVER_OVERDUE), added(NoticeCode.SERVER_IN_ORDER))
                .when(add(NoticeCode.SERVER_OVERDUE))
                .expectEvents(added(NoticeCode.SERVER_OVERDUE));
    }

    private static AddNotice add(NoticeCode code) {
        return new AddNotice(MATTER, "n-1", "xx11111-mo", code, PARAMETERS, "/services/servers/10427", AT);
    }

    private static NoticeAdded added(NoticeCode code) {
        return new NoticeAdded(
                MATTER, "n-1", "xx11111-mo", code.severity(), code.code(), PARAMETERS, "/services/servers/10427", AT);
    }

    private static NoticeAdded review(String payment) {
        return new NoticeAdded(
                MATTER,
                "n-2",
                "xx11111-mo",
                "warning",
                "top-up-review",
                Map.of("amount", "30.00 EUR", "payment", payment),
                "/billing/top-ups/t-1",
                AT);
    }
}
