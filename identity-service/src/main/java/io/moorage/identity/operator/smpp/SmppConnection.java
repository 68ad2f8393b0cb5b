package io.moorage.identity.operator.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session with an SMS centre, opened again whenever it is lost, with pauses that grow. */
final class SmppConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);
    private static final long ANSWER_WITHIN_MS = 2_000;
    private static final long BIND_WITHIN_MS = 5_000;
    private static final int ASK_EVERY_MS = 15_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;

    private final String host;
    private final int port;
    private final BindParameter bind;
    private final MessageReceiverListener receiver;
    private final ScheduledExecutorService attempts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("smpp-connection").factory());
    private volatile @Nullable SMPPSession session;
    private volatile boolean closed;

    SmppConnection(String host, int port, String systemId, String password, MessageReceiverListener receiver) {
        if (systemId.length() > LONGEST_SYSTEM_ID || password.length() > LONGEST_PASSWORD)
            throw new IllegalArgumentException("SMPP takes a system id of 15 characters and a password of 8 at most");
        this.host = host;
        this.port = port;
        this.bind = new BindParameter(
                BindType.BIND_TRX,
                systemId,
                password,
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
        this.receiver = receiver;
    }

    /** Null while there is none. */
    @Nullable
    SMPPSession session() {
        SMPPSession known = session;
        return known != null && known.getSessionState().isBound() ? known : null;
    }

    /** Doesn't wait for the centre. */
    void open() {
        attempts.execute(() -> connect(FIRST_PAUSE));
    }

    private void connect(Duration pause) {
        if (closed) return;
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(ANSWER_WITHIN_MS);
        fresh.setEnquireLinkTimer(ASK_EVERY_MS);
        fresh.setMessageReceiverListener(receiver);
        try {
            fresh.connectAndBind(host, port, bind, BIND_WITHIN_MS);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The SMS centre can't be bound to: {}", e.getMessage());
            again(pause.multipliedBy(2));
            return;
        }
        session = fresh;
        LOG.info("Bound to the SMS centre");
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) lost(fresh);
        });
        if (!fresh.getSessionState().isBound()) lost(fresh); // before anybody listened
    }

    private synchronized void lost(SMPPSession gone) {
        if (session != gone) return;
        session = null;
        if (!closed) LOG.warn("The SMS centre is lost");
        again(FIRST_PAUSE);
    }

    private void again(Duration pause) {
        if (closed) return;
        Duration next = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        attempts.schedule(() -> connect(next), next.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed = true;
        attempts.shutdownNow();
        SMPPSession open = session;
        if (open != null) open.unbindAndClose();
    }
}
