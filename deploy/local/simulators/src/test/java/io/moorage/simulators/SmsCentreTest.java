package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.simulators.phone.DevPhone;
import io.moorage.simulators.phone.Fault;
import io.moorage.simulators.phone.PhoneSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator that is spoken to by SMPP. */
class SmsCentreTest {
    private final BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();
    private final SMPPSession session = new SMPPSession();
    private DevPhone phone;

    @BeforeEach
    void start() {
        phone = new DevPhone(
                new PhoneSettings("127.0.0.1", 0, 0, "a", "b", "c", "d", "moorage", "password"), Clock.systemUTC());
        phone.start();
        session.setMessageReceiverListener(new Receiver());
    }

    @AfterEach
    void stop() {
        session.close();
        phone.close();
    }

    @Test
    void what_is_submitted_arrives_and_a_receipt_says_so() throws Exception {
        bind(BindType.BIND_TRX, "moorage", "password");

        String id = submit("33600000001", "Votre code de sécurité");

        assertThat(phone.messages("+33600000001")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Votre code de sécurité");
            assertThat(message.operator()).isEqualTo("smpp");
        });
        DeliveryReceipt receipt = receipts.poll(10, TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        assertThat(receipt.getId()).isEqualTo(id);
        assertThat(receipt.getFinalStatus()).isEqualTo(DeliveryReceiptState.DELIVRD);
    }

    @Test
    void only_a_transceiver_with_the_right_password_is_bound() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bind(BindType.BIND_TRX, "moorage", "guessed"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bind(BindType.BIND_TRX, "another", "password"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bind(BindType.BIND_TX, "moorage", "password"));
    }

    @Test
    void an_address_that_is_none_is_refused() throws Exception {
        bind(BindType.BIND_TRX, "moorage", "password");

        assertThatExceptionOfType(NegativeResponseException.class)
                .isThrownBy(() -> submit("0600000001", "Hello"))
                .returns(SMPPConstant.STAT_ESME_RINVDSTADR, NegativeResponseException::getCommandStatus);
    }

    @Test
    void when_it_goes_down_everybody_is_thrown_out_and_nobody_let_in() throws Exception {
        bind(BindType.BIND_TRX, "moorage", "password");
        CountDownLatch closed = new CountDownLatch(1);
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                closed.countDown();
            }
        });

        phone.order("smpp", Fault.DOWN, null);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new SMPPSession()
                        .connectAndBind(
                                "127.0.0.1", phone.smppPort(), parameter(BindType.BIND_TRX, "moorage", "password")));
    }

    @Test
    void what_failed_is_reported_and_does_not_arrive() throws Exception {
        bind(BindType.BIND_TRX, "moorage", "password");
        phone.order("smpp", Fault.FAILED, null);

        submit("33600000001", "Hello");

        DeliveryReceipt receipt = receipts.poll(10, TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        assertThat(receipt.getFinalStatus()).isEqualTo(DeliveryReceiptState.UNDELIV);
        assertThat(phone.messages("")).isEmpty();
    }

    private void bind(BindType type, String systemId, String password) throws IOException {
        session.connectAndBind("127.0.0.1", phone.smppPort(), parameter(type, systemId, password));
    }

    private static BindParameter parameter(BindType type, String systemId, String password) {
        return new BindParameter(
                type, systemId, password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null);
    }

    private String submit(String to, String text) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Moorage",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_LATIN1),
                        (byte) 0,
                        text.getBytes(StandardCharsets.ISO_8859_1))
                .getMessageId();
    }

    private final class Receiver implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm message) {
            try {
                receipts.add(message.getShortMessageAsDeliveryReceipt());
            } catch (InvalidDeliveryReceiptException e) {
                throw new AssertionError("no receipt", e);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new AssertionError("an alert");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm message, Session from) {
            throw new AssertionError("data");
        }
    }
}
