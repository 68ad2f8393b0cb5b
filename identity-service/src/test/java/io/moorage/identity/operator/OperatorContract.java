package io.moorage.identity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.identity.TestPhone;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import io.moorage.simulators.phone.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every operator does, against the server side of its kind. */
public abstract class OperatorContract {
    protected final String number = TestPhone.newNumber();

    protected abstract Operator operator();

    /** The same with a secret that the operator doesn't know. */
    protected abstract Operator stranger();

    /** The next report that comes. */
    protected abstract DeliveryReport nextReport() throws Exception;

    @AfterEach
    void nothing_is_wrong_any_more() {
        TestPhone.endFaults();
    }

    @Test
    void an_sms_arrives_as_it_was_written() {
        String text = "Moorage : votre code de sécurité est 123456, où & quand <vous> voulez + 50 %.";

        operator().hand(sms(text));

        assertThat(TestPhone.messages(number)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo(text);
            assertThat(message.channel()).isEqualTo("sms");
            assertThat(message.operator()).isEqualTo(operator().name());
        });
    }

    @Test
    void what_arrived_is_reported_under_the_name_that_it_was_taken_by() throws Exception {
        String reference = operator().hand(sms("Hello"));

        assertThat(nextReport()).isEqualTo(new DeliveryReport(reference, State.DELIVERED));
    }

    @Test
    void what_could_not_be_delivered_is_reported_too() throws Exception {
        TestPhone.order(operator().name(), Fault.FAILED, null);

        String reference = operator().hand(sms("Hello"));

        assertThat(nextReport()).isEqualTo(new DeliveryReport(reference, State.FAILED));
        assertThat(TestPhone.messages(number)).isEmpty();
    }

    @Test
    void one_that_is_down_takes_nothing() {
        TestPhone.order(operator().name(), Fault.DOWN, null);

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> operator().hand(sms("Hello")))
                .returns(false, NotTaken::isForThisMessage);
    }

    @Test
    void one_that_is_slow_is_given_up_after_a_few_seconds() {
        TestPhone.order(operator().name(), Fault.SLOW, 20_000L);
        Instant before = Instant.now();

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> operator().hand(sms("Hello")))
                .returns(false, NotTaken::isForThisMessage);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void a_number_that_it_refuses_says_nothing_against_the_operator() {
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> operator().hand(new Message(Channel.SMS, "+0123", "en", "Hello")))
                .returns(true, NotTaken::isForThisMessage)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("0123"));
    }

    @Test
    void a_stranger_is_not_served() {
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> stranger().hand(sms("Hello")))
                .returns(false, NotTaken::isForThisMessage);
        assertThat(TestPhone.messages(number)).isEmpty();
    }

    protected final Message sms(String text) {
        return new Message(Channel.SMS, number, "en", text);
    }
}
