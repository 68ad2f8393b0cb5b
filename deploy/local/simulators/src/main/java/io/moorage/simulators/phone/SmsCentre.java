package io.moorage.simulators.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** The operator {@code smpp}: an SMS centre that transceivers bind to (SMPP 3.4), with delivery receipts. */
final class SmsCentre implements AutoCloseable {
    static final String NAME = "smpp";
    private static final Logger LOG = Logger.getLogger(SmsCentre.class.getName());
    private static final long BIND_WITHIN_MS = 5_000;
    private static final byte LATIN_1 = 0x03;
    private static final byte UCS_2 = 0x08;

    private final Phone phone;
    private final Faults faults;
    private final String systemId;
    private final String password;
    private final SMPPServerSessionListener listener;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private volatile boolean closed;

    SmsCentre(Phone phone, Faults faults, String address, int port, String systemId, String password) {
        this.phone = phone;
        this.faults = faults;
        this.systemId = systemId;
        this.password = password;
        try {
            LocalSockets sockets = new LocalSockets(InetAddress.getByName(address));
            this.listener = new SMPPServerSessionListener(port, sockets);
            this.port = sockets.port();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't listen on " + address + ":" + port, e);
        }
    }

    void start() {
        Thread.ofVirtual().name("sms-centre").start(this::acceptAll);
    }

    int port() {
        return port;
    }

    /** A centre that goes down leaves nobody connected. */
    void faultOrdered(String operator, Fault fault) {
        if (operator.equals(NAME) && fault == Fault.DOWN) {
            sessions.forEach(SMPPServerSession::close);
        }
    }

    private void acceptAll() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(new SubmitOnly(this::submitted));
                tasks.execute(() -> bind(session));
            } catch (IOException e) {
                LOG.log(closed ? Level.FINE : Level.WARNING, "Nobody was accepted", e);
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MS);
            int refusal = refusal(request);
            if (refusal != SMPPConstant.STAT_ESME_ROK) {
                request.reject(refusal);
                return;
            }
            sessions.add(session);
            session.addSessionStateListener((now, before, source) -> {
                if (now == SessionState.CLOSED) {
                    sessions.remove(session);
                }
            });
            request.accept(NAME, InterfaceVersion.IF_34);
        } catch (IOException | TimeoutException | IllegalStateException | PDUStringException e) {
            LOG.log(Level.INFO, "Nobody was bound: {0}", e.toString());
            session.close();
        }
    }

    private int refusal(BindRequest request) {
        if (faults.of(NAME) == Fault.DOWN) {
            return SMPPConstant.STAT_ESME_RSYSERR;
        }
        if (request.getBindType() != BindType.BIND_TRX) {
            return SMPPConstant.STAT_ESME_RBINDFAIL;
        }
        if (!systemId.equals(request.getSystemId())) {
            return SMPPConstant.STAT_ESME_RINVSYSID;
        }
        return password.equals(request.getPassword()) ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private SubmitSmResult submitted(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        faults.slowDown(NAME);
        Fault fault = faults.of(NAME);
        if (fault == Fault.DOWN) {
            throw new ProcessRequestException("down", SMPPConstant.STAT_ESME_RSYSERR);
        }
        if (!message.getDestAddress().matches("[1-9][0-9]{6,14}")) {
            throw new ProcessRequestException("no such address", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        boolean arrives = fault != Fault.LOST && fault != Fault.FAILED;
        if (arrives) {
            phone.receive("+" + message.getDestAddress(), PhoneMessage.SMS, NAME, null, text(message));
        }
        String id = UUID.randomUUID().toString();
        boolean wanted = SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(message.getRegisteredDelivery());
        if (wanted && fault != Fault.LOST) {
            tasks.execute(() -> report(session, message, id, arrives));
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException("a UUID is short enough", e);
        }
    }

    private static String text(SubmitSm message) {
        Charset charset = switch (message.getDataCoding()) {
            case UCS_2 -> StandardCharsets.UTF_16BE;
            case LATIN_1 -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.US_ASCII;
        };
        return new String(message.getShortMessage(), charset);
    }

    /** From whom the message went to, to whom it came from. */
    private static void report(SMPPServerSession session, SubmitSm message, String id, boolean arrived) {
        DeliveryReceipt receipt = new DeliveryReceipt(
                id,
                1,
                arrived ? 1 : 0,
                new Date(),
                new Date(),
                arrived ? DeliveryReceiptState.DELIVRD : DeliveryReceiptState.UNDELIV,
                arrived ? "000" : "001",
                "");
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    message.getDestAddress(),
                    TypeOfNumber.valueOf(message.getSourceAddrTon()),
                    NumberingPlanIndicator.valueOf(message.getSourceAddrNpi()),
                    message.getSourceAddr(),
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    receipt.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            LOG.log(Level.INFO, "A receipt was not taken: {0}", e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "The listener was closed already", e);
        }
        sessions.forEach(SMPPServerSession::close);
        tasks.shutdownNow();
    }
}
