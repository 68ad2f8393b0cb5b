package io.moorage.proofs.load;

import io.moorage.proofs.stage.Stage;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Customers at work at once. Each begins another purchase (a top-up, and its payment) at a steady rate, whatever became
 * of the ones before, up to a few at once.
 */
public final class Load implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int AT_ONCE = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final Queue<Future<?>> work = new ConcurrentLinkedQueue<>();
    private volatile boolean finishing;

    private Load() {}

    /** @param seed decides amounts, and which payments are reported more than once */
    public static Load of(int customers, Stage stage, AccountTopic accounts, long seed) {
        Load load = new Load();
        for (int i = 0; i < customers; i++) {
            Customer customer = new Customer(stage, load.http);
            accounts.open(customer.account);
            Random random = new Random(seed * 1000 + i);
            load.work.add(load.threads.submit(() -> load.keepBuying(customer, random)));
        }
        return load;
    }

    private Void keepBuying(Customer customer, Random random) throws InterruptedException {
        Semaphore free = new Semaphore(AT_ONCE);
        while (!finishing) {
            free.acquire();
            BigDecimal amount = BigDecimal.valueOf(2000 + random.nextInt(8000), 2);
            boolean reportedTwice = random.nextInt(5) == 0;
            work.add(threads.submit(() -> {
                try {
                    buy(customer, amount, reportedTwice);
                } finally {
                    free.release();
                }
                return true;
            }));
            Thread.sleep(EVERY);
        }
        return null;
    }

    private static void buy(Customer customer, BigDecimal amount, boolean reportedTwice) throws InterruptedException {
        Journal.TopUp topUp = customer.topUp(amount);
        customer.pay(topUp);
        if (reportedTwice) customer.payAgain(topUp);
    }

    /** Ends once every request under way is acknowledged. */
    @Override
    public void close() {
        finishing = true;
        try {
            for (Future<?> each = work.poll(); each != null; each = work.poll()) await(each);
        } finally {
            http.shutdownNow();
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> customer) {
        try {
            customer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("A customer gave up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
