package io.moorage.identity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moorage.contracts.Uuid7;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.operator.delivery.Deliveries;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which operator a message goes to. */
@IdentityTest
class OperatorsIT {
    private static final Message SMS = new Message(Channel.SMS, "+33600000001", "en", "Hello");
    private static final Message CALL = new Message(Channel.VOICE, "+33600000001", "en", "Hello");

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate sql;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> asked = new ArrayList<>();
    final Fake first = new Fake("first", true);
    final Fake second = new Fake("second", true);
    final Fake smsOnly = new Fake("sms-only", false);
    Operators operators;

    @AfterEach
    void nobody_reports() {
        sql.update("delete from operator_message");
    }

    @BeforeEach
    void three_operators() {
        sql.update("delete from operator_message");
        OperatorHealth health = new OperatorHealth(deliveries, Clock.systemUTC(), Duration.ofSeconds(30));
        operators = new Operators(
                Optional.of(List.of(smsOnly, second, first)),
                List.of("first", "second", "sms-only"),
                health,
                deliveries,
                new OperatorMeters(meters, deliveries, health));
    }

    @Test
    void the_preferred_one_is_asked_first_and_the_others_only_if_it_does_not_take_it() {
        assertThat(operators.hand(SMS, null)).isEqualTo("first");
        assertThat(asked).containsExactly("first");
        asked.clear();
        first.away = true;

        assertThat(operators.hand(SMS, null)).isEqualTo("second");
        assertThat(asked).containsExactly("first", "second");
    }

    @Test
    void another_than_the_last_carries_the_next() {
        assertThat(operators.hand(SMS, "first")).isEqualTo("second");
        assertThat(operators.hand(SMS, "second")).isEqualTo("first");
        assertThat(operators.hand(CALL, "first")).isEqualTo("second");
    }

    @Test
    void the_last_one_is_asked_again_when_no_other_takes_it() {
        second.away = true;
        smsOnly.away = true;

        assertThat(operators.hand(SMS, "first")).isEqualTo("first");
        assertThat(asked).containsExactly("second", "sms-only", "first");
    }

    @Test
    void one_that_failed_comes_after_those_that_work() {
        first.away = true;
        operators.hand(SMS, null);
        asked.clear();
        first.away = false;

        operators.hand(SMS, null);

        assertThat(asked).containsExactly("second");
        assertThat(meters.get("moorage.operator.well")
                        .tag("operator", "first")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void one_that_refuses_a_number_is_asked_first_again() {
        first.refusing = true;
        operators.hand(SMS, null);
        asked.clear();
        first.refusing = false;

        operators.hand(SMS, null);

        assertThat(asked).containsExactly("first");
    }

    @Test
    void one_that_is_known_to_be_unreachable_comes_last() {
        first.unreachable = true;

        assertThat(operators.hand(SMS, null)).isEqualTo("second");
    }

    @Test
    void one_whose_messages_do_not_arrive_comes_after_those_whose_do() {
        for (int i = 0; i < 6; i++) operators.hand(SMS, null);
        deliveries.report("first", new DeliveryReport(references().getFirst(), State.DELIVERED));
        asked.clear();

        operators.hand(SMS, null); // too early to tell
        minutesPass();
        operators.hand(SMS, null);

        assertThat(asked).containsExactly("first", "second");
    }

    @Test
    void one_that_never_reports_is_not_judged() {
        for (int i = 0; i < 6; i++) operators.hand(SMS, null);
        minutesPass();
        asked.clear();

        operators.hand(SMS, null);

        assertThat(asked).containsExactly("first");
        assertThat(meters.get("moorage.operator.delivery.rate")
                        .tag("operator", "first")
                        .gauge()
                        .value())
                .isNaN();
    }

    @Test
    void the_rate_of_what_arrived_is_measured_for_each() {
        for (int i = 0; i < 4; i++) operators.hand(SMS, null);
        List<String> references = references();
        for (String reference : references.subList(0, 3))
            deliveries.report("first", new DeliveryReport(reference, State.DELIVERED));
        deliveries.report("first", new DeliveryReport(references.getFirst(), State.FAILED));
        minutesPass();

        assertThat(meters.get("moorage.operator.delivery.rate")
                        .tag("operator", "first")
                        .gauge()
                        .value())
                .isEqualTo(0.75);
        assertThat(meters.get("moorage.operator.messages")
                        .tags("operator", "first", "channel", "sms", "outcome", "taken")
                        .counter()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void a_call_goes_only_to_those_who_make_calls() {
        first.away = true;
        second.away = true;

        assertThatExceptionOfType(NoOperatorAvailable.class).isThrownBy(() -> operators.hand(CALL, null));
        assertThat(asked).containsExactly("first", "second");
    }

    private List<String> references() {
        return sql.query("select reference from operator_message order by handed_at", (row, index) -> row.getString(1));
    }

    private void minutesPass() {
        sql.update("update operator_message set handed_at = handed_at - interval '5 minutes'");
    }

    /** Says what the test wants. */
    private final class Fake implements Operator {
        private final String name;
        private final boolean calls;
        private boolean away;
        private boolean refusing;
        private boolean unreachable;

        private Fake(String name, boolean calls) {
            this.name = name;
            this.calls = calls;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean offers(Channel channel) {
            return calls || channel == Channel.SMS;
        }

        @Override
        public boolean isReachable() {
            return !unreachable;
        }

        @Override
        public String hand(Message message) {
            asked.add(name);
            if (away) throw NotTaken.away("away");
            if (refusing) throw NotTaken.refused("not this number");
            return Uuid7.next().toString();
        }
    }
}
