package io.moorage.proofs.load;

import io.moorage.proofs.stage.Sandbox;
import io.moorage.proofs.stage.Stage;
import io.moorage.testkit.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A customer with an account of their own, who repeats each request under its key until it is acknowledged, and gives up
 * only when nobody has been acknowledged for so long that nobody will be.
 */
public final class Customer {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(10_000);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration NEVER = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration TOKEN_KEPT = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    /** Answers that ask for a repetition: too busy, broken, or the account isn't open yet. */
    private static final Set<Integer> AGAIN = Set.of(409, 429, 500, 502, 503, 504);

    public final String account = "pp" + ACCOUNTS.incrementAndGet() + "-mo";
    private final Stage stage;
    private final HttpClient http;
    private volatile Token token;

    public Customer(Stage stage, HttpClient http) {
        this.stage = stage;
        this.http = http;
        this.token = newToken();
    }

    private record Token(String text, Instant until) {}

    private Token newToken() {
        return new Token(
                TestTokens.owner(account, "billing:read", "billing:pay"),
                Instant.now().plus(TOKEN_KEPT));
    }

    /** Kept a while: signing costs more than the request, and every repetition shows it again. */
    private String token() {
        if (Instant.now().isAfter(token.until())) token = newToken();
        return token.text();
    }

    public Journal.TopUp topUp(BigDecimal amount) throws InterruptedException {
        return topUp(amount, UUID.randomUUID().toString());
    }

    public Journal.TopUp topUp(BigDecimal amount, String key) throws InterruptedException {
        String answer = answerTo(amount, key);
        Matcher id = ID.matcher(answer);
        if (!id.find()) throw new AssertionError("A top-up without id: " + answer);
        Journal.TopUp topUp = new Journal.TopUp(account, key, amount, id.group(1));
        stage.journal.acknowledged(topUp);
        return topUp;
    }

    /** What the service says to that request, in the end. */
    public String answerTo(BigDecimal amount, String key) throws InterruptedException {
        stage.journal.asks(account, key, amount);
        return untilAnswered(() -> request(amount, key), 201).body();
    }

    /** As the provider does: reports until it is heard. */
    public void pay(Journal.TopUp topUp) throws InterruptedException {
        String reference = "pay_" + topUp.id();
        stage.journal.pays(topUp.id(), reference);
        untilAnswered(() -> report(topUp, reference), 204);
        stage.journal.acknowledged(new Journal.Payment(account, topUp.id(), reference, topUp.amount()));
    }

    /** Sends the report of a payment once more, whether or not it was heard. */
    public void payAgain(Journal.TopUp topUp) throws InterruptedException {
        untilAnswered(() -> report(topUp, "pay_" + topUp.id()), 204);
    }

    public HttpRequest request(BigDecimal amount, String key) {
        String body = "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"method\":\"sandbox\"}"
                .formatted(amount.toPlainString());
        return HttpRequest.newBuilder(stage.service.at("/api/v1/top-ups"))
                .header("Authorization", "Bearer " + token())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest report(Journal.TopUp topUp, String reference) {
        String body = Sandbox.paid(topUp.id(), reference, topUp.amount().toPlainString());
        return HttpRequest.newBuilder(stage.service.at("/api/v1/webhooks/sandbox"))
                .header("Sandbox-Signature", Sandbox.sign(body))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Sends a request again and again, made anew each time, until it gets the answer that it must get. */
    private HttpResponse<String> untilAnswered(Supply request, int wanted) throws InterruptedException {
        long begin = System.nanoTime();
        while (stage.journal.silentSince(begin).compareTo(NEVER) < 0) {
            try {
                HttpResponse<String> answer = http.send(request.make(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == wanted) return answer;
                if (!AGAIN.contains(answer.statusCode()))
                    stage.journal.complains(account + " got " + answer.statusCode() + ": " + answer.body());
                stage.journal.unanswered(Integer.toString(answer.statusCode()));
            } catch (IOException lost) {
                stage.journal.unanswered(lost.getClass().getSimpleName());
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("Nobody had an answer for " + NEVER + "; in all: " + stage.journal.failures());
    }

    private interface Supply {
        HttpRequest make();
    }
}
