package io.moorage.identity.operator.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.moorage.identity.TestPhone;
import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.OperatorContract;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.simulators.phone.Fault;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppOperatorTest extends OperatorContract {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<DeliveryReport> reports = new LinkedBlockingQueue<>();
    private final SmppOperator operator = operator(TestPhone.PASSWORD);
    private final SmppOperator stranger = operator("guessed");

    private SmppOperator operator(String password) {
        return new SmppOperator(reports::add, TestPhone.smpp(), TestPhone.SYSTEM_ID, password, "Moorage");
    }

    @BeforeEach
    void connect() {
        operator.start();
        stranger.start();
        await().atMost(SOON).until(operator::isReachable);
    }

    @AfterEach
    void close() {
        operator.stop();
        stranger.stop();
    }

    @Override
    protected Operator operator() {
        return operator;
    }

    @Override
    protected Operator stranger() {
        return stranger;
    }

    @Override
    protected DeliveryReport nextReport() throws Exception {
        DeliveryReport report = reports.poll(10, TimeUnit.SECONDS);
        if (report == null) throw new AssertionError("No receipt came");
        return report;
    }

    @Test
    void it_makes_no_calls() {
        assertThat(operator.offers(Channel.VOICE)).isFalse();
        assertThat(operator.offers(Channel.SMS)).isTrue();
    }

    @Test
    void a_lost_connection_is_known_and_opened_again() {
        TestPhone.order("smpp", Fault.DOWN, null);
        await().atMost(SOON).until(() -> !operator.isReachable());

        TestPhone.order("smpp", Fault.NONE, null);

        await().atMost(SOON).until(operator::isReachable);
        operator.hand(sms("Back again"));
        assertThat(TestPhone.last(number).text()).isEqualTo("Back again");
    }

    @Test
    void what_smpp_has_no_room_for_is_not_accepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> operator("nine-char"));
    }
}
