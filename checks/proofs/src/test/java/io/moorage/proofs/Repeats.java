package io.moorage.proofs;

import io.moorage.proofs.load.AccountTopic;
import io.moorage.proofs.load.Customer;
import io.moorage.proofs.stage.Stage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One customer, one request, many senders. */
final class Repeats implements AutoCloseable {
    static final BigDecimal AMOUNT = new BigDecimal("50.00");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Customer customer;

    /** With an account that is open, seen by a first top-up of its own. */
    Repeats(Stage stage) throws InterruptedException {
        customer = new Customer(stage, http);
        new AccountTopic(stage).open(customer.account);
        customer.topUp(AMOUNT);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Does the same from so many threads that start together. */
    static <T> List<Future<T>> atOnce(int threads, Callable<T> action) {
        CountDownLatch start = new CountDownLatch(threads);
        List<Future<T>> running = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++)
                running.add(executor.submit(() -> {
                    start.countDown();
                    start.await();
                    return action.call();
                }));
        }
        return running;
    }

    @Override
    public void close() {
        http.close();
    }
}
