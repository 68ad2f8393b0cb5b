package io.moorage.account.mail;

import io.moorage.eventstore.Conflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries waiting mails to the SMTP server, one after the other; every replica has one. A mail is his turn for longer
 * than a conversation with the server can take, outside of any transaction. Only if the server's yes is lost, because
 * the connection breaks or this process ends before it is noted, does a mail go out a second time, under the same
 * Message-ID.
 */
@Component
class Postman implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final Duration TURN = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(2);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    /** As long as mail servers themselves usually try (RFC 5321 §4.5.4.1). */
    private static final Duration GIVES_UP_AFTER = Duration.ofDays(4);

    private final Outbox outbox;
    private final Seal seal;
    private final SmtpServer server;
    private final Clock clock;

    Postman(Outbox outbox, Seal seal, SmtpServer server, Clock clock) {
        this.outbox = outbox;
        this.seal = seal;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) Thread.sleep(round());
        } catch (InterruptedException e) {
            LOG.debug("No more mails are carried");
        }
    }

    /** Carries all that is due; answers how long to rest then. */
    Duration round() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Outbox.Due> mail = take();
                if (mail.isEmpty()) return PAUSE;
                if (!carry(mail.get())) return PAUSE_WHILE_AWAY;
            }
        } catch (RuntimeException e) { // above all, the database is away; whatever it is, the next mails still go
            LOG.warn("No mails are carried for a moment: {}", e.toString());
        }
        return PAUSE_WHILE_AWAY;
    }

    private Optional<Outbox.Due> take() {
        Instant now = clock.instant();
        return Conflicts.retried(() -> outbox.take(now, now.plus(TURN)));
    }

    /** Whether the server was there. A mail under way is finished even if the service stops meanwhile. */
    private boolean carry(Outbox.Due mail) {
        SmtpServer.Answer answer = send(mail);
        boolean stopping = Thread.interrupted();
        try {
            note(mail, answer);
        } finally {
            if (stopping) Thread.currentThread().interrupt();
        }
        return answer != SmtpServer.Answer.AWAY;
    }

    private SmtpServer.Answer send(Outbox.Due mail) {
        byte[] sealed = mail.sealed();
        if (sealed == null) return server.send(mail, mail.archived());
        try {
            return server.send(mail, seal.open(sealed, mail.id()));
        } catch (IllegalStateException e) {
            LOG.error("Mail {} was sealed with another key and can't be sent", mail.id());
            return SmtpServer.Answer.REFUSED;
        }
    }

    /** While it is our turn, nobody sends the mail again: worth repeating. */
    private void note(Outbox.Due mail, SmtpServer.Answer answer) {
        while (true) {
            try {
                write(mail, answer);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (clock.instant().isAfter(mail.turnEnd()) || !pause()) throw e;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(Outbox.Due mail, SmtpServer.Answer answer) {
        Instant now = clock.instant();
        switch (answer) {
            case TAKEN -> outbox.sent(mail, now);
            case REFUSED -> outbox.failed(mail);
            case AWAY -> outbox.tryAgain(mail, now);
            case NOT_NOW -> {
                Duration age = Duration.between(mail.at(), now);
                if (age.compareTo(GIVES_UP_AFTER) > 0) outbox.failed(mail);
                else outbox.tryAgain(mail, now.plus(waitAt(age)));
            }
        }
    }

    /** Half of how long it has waited: often in the first minutes, and every few hours after days. */
    static Duration waitAt(Duration age) {
        Duration half = age.dividedBy(2);
        if (half.compareTo(SHORTEST_WAIT) < 0) return SHORTEST_WAIT;
        return half.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : half;
    }
}
