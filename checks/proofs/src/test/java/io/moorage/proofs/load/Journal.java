package io.moorage.proofs.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What customers asked for and were told, from their side alone. Each line is in the file before the next request
 * leaves.
 */
public final class Journal implements AutoCloseable {
    private final PrintWriter file;
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, TopUp> topUps = new LinkedHashMap<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private long lastAcknowledged = System.nanoTime();

    public Journal(Path path) {
        try {
            this.file = new PrintWriter(Files.newBufferedWriter(path), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param id as the service answered */
    public record TopUp(String account, String key, BigDecimal amount, String id) {}

    public record Payment(String account, String topUpId, String reference, BigDecimal amount) {}

    public synchronized void opened(String account) {
        accounts.add(account);
        write("opened", account);
    }

    public void asks(String account, String key, BigDecimal amount) {
        write("asks", account, key, amount);
    }

    public synchronized void acknowledged(TopUp topUp) {
        TopUp before = topUps.putIfAbsent(topUp.key(), topUp);
        if (before != null && !before.equals(topUp)) complains("two answers to one key: " + before + ", " + topUp);
        acknowledged();
        write("top-up", topUp.account(), topUp.key(), topUp.amount(), topUp.id());
    }

    public void pays(String topUpId, String reference) {
        write("pays", topUpId, reference);
    }

    public synchronized void acknowledged(Payment payment) {
        payments.add(payment);
        acknowledged();
        write("payment", payment.account(), payment.topUpId(), payment.reference(), payment.amount());
    }

    private void acknowledged() {
        lastAcknowledged = System.nanoTime();
        notifyAll();
    }

    /** What must not happen whatever breaks, such as a refusal of a sound request. */
    public synchronized void complains(String what) {
        complaints.add(what);
        write("complaint", what);
    }

    /** A request that must be repeated, by what came instead of an answer. */
    public synchronized void unanswered(String how) {
        failures.merge(how, 1, Integer::sum);
    }

    /**
     * Waits for an acknowledgement after a moment of {@link System#nanoTime()}.
     *
     * @return how long after, in milliseconds
     */
    public synchronized long awaitAcknowledgedAfter(long moment, long limitMs) throws InterruptedException {
        long limit = moment + limitMs * 1_000_000;
        while (lastAcknowledged <= moment) {
            long left = (limit - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new AssertionError("Nothing was acknowledged for " + limitMs + " ms");
            wait(left);
        }
        return (lastAcknowledged - moment) / 1_000_000;
    }

    /** How long nothing has been acknowledged since then, a moment of {@link System#nanoTime()}. */
    synchronized Duration silentSince(long moment) {
        return Duration.ofNanos(System.nanoTime() - Math.max(moment, lastAcknowledged));
    }

    public synchronized List<String> accounts() {
        return List.copyOf(accounts);
    }

    public synchronized List<TopUp> topUps() {
        return List.copyOf(topUps.values());
    }

    public synchronized List<Payment> payments() {
        return List.copyOf(payments);
    }

    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    public synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    private synchronized void write(Object... words) {
        StringBuilder line = new StringBuilder(Instant.now().toString());
        for (Object word : words) line.append('\t').append(word);
        file.println(line);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
