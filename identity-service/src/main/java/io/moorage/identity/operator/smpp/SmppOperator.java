package io.moorage.identity.operator.smpp;

import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Message;
import io.moorage.identity.operator.NotTaken;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.delivery.Deliveries;
import io.moorage.identity.operator.delivery.DeliveryReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands SMS over with {@code submit_sm}; calls it can't make. */
@Component
@ConditionalOnExpression("'${moorage.operators.smpp.address:}' != ''")
class SmppOperator implements Operator, SmartLifecycle {
    static final String NAME = "smpp";
    /** Relative, in SMPP's form: ten minutes, after which a code is of no use. */
    private static final String VALID_FOR = "000000001000000R";

    private final SmppConnection connection;
    private final String sender;
    private volatile boolean running;

    /**
     * @param address host and port, as {@code smsc.example.eu:2775}
     * @param sender a name, at most 11 characters
     */
    @Autowired
    SmppOperator(
            Deliveries deliveries,
            @Value("${moorage.operators.smpp.address}") String address,
            @Value("${moorage.operators.smpp.key}") String systemId,
            @Value("${moorage.operators.smpp.secret}") String password,
            @Value("${moorage.operators.sender}") String sender) {
        this(report -> deliveries.report(NAME, report), address, systemId, password, sender);
    }

    SmppOperator(Consumer<DeliveryReport> told, String address, String systemId, String password, String sender) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) throw new IllegalArgumentException("The address of an SMS centre is host:port");
        this.connection = new SmppConnection(
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)),
                systemId,
                password,
                new Receipts(told));
        this.sender = sender;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offers(Channel channel) {
        return channel == Channel.SMS;
    }

    @Override
    public boolean isReachable() {
        return connection.session() != null;
    }

    @Override
    public String hand(Message message) {
        SMPPSession session = connection.session();
        if (session == null) throw NotTaken.away("is not connected");
        try {
            return submit(session, message);
        } catch (NegativeResponseException e) {
            String reason = "answered with status " + e.getCommandStatus();
            throw isAboutTheNumber(e.getCommandStatus()) ? NotTaken.refused(reason) : NotTaken.away(reason);
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw NotTaken.away("does not answer: " + e.getClass().getSimpleName());
        }
    }

    private String submit(SMPPSession session, Message message)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        sender,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.to().substring(1), // without the plus: the type of number says it
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        VALID_FOR,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_LATIN1),
                        (byte) 0,
                        message.text().getBytes(StandardCharsets.ISO_8859_1))
                .getMessageId();
    }

    private static boolean isAboutTheNumber(int status) {
        return status == SMPPConstant.STAT_ESME_RINVDSTADR;
    }

    @Override
    public void start() {
        running = true;
        connection.open();
    }

    @Override
    public void stop() {
        connection.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
