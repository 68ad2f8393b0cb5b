package io.moorage.launcher;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;

/** Tops up: through the gateway, the payment page, the push stream and a Kafka consumer. */
final class TopUpWalk {
    private static final BigDecimal AMOUNT = new BigDecimal("50.00");

    private final Setup setup;
    private final Browser browser;
    private final Steps steps;
    private final String api;

    TopUpWalk(Setup setup, Browser browser, Steps steps) {
        this.setup = setup;
        this.browser = browser;
        this.steps = steps;
        this.api = setup.publicUrl() + "/api/v1";
    }

    void walk(String account) {
        BigDecimal before = steps.take("sees the balance", this::balance);
        PushStream push = steps.take("listens for what changes", () -> new PushStream(browser.stream(api + "/stream")));
        String topUp = steps.take("asks to top up 50.00 EUR", this::topUp);
        String page = steps.take("gets the address of the payment page", () -> checkoutUrl(topUp));
        steps.take("pays there, and doesn't come back", () -> pay(page));
        steps.take("is told the new balance without asking", () -> told(push, before.add(AMOUNT)));
        steps.take("has exactly 50.00 EUR more", () -> exactly(before.add(AMOUNT), balance()));
        steps.take("and TopUpCompleted is on Kafka for whoever subscribes", () -> onKafka(topUp, account));
    }

    private BigDecimal balance() {
        return new BigDecimal(
                Json.string(browser.get(api + "/balance").expect(200).json(), "balance.amount"));
    }

    private String topUp() {
        String order = Json.write(
                Map.of("amount", Map.of("amount", AMOUNT.toString(), "currency", "EUR"), "method", "sandbox"));
        return Json.string(browser.post(api + "/top-ups", order).expect(201).json(), "id");
    }

    private String checkoutUrl(String topUp) {
        while (true) {
            String url = Json.string(
                    browser.get(api + "/top-ups/" + topUp).expect(200).json(), "checkoutUrl");
            if (!url.isEmpty()) {
                return url;
            }
            Shell.pause(250);
        }
    }

    /** On the payment provider's site the customer is somebody else: another browser, without our cookies. */
    private static Object pay(String page) {
        try (Browser browser = new Browser()) {
            if (!browser.get(page).expect(200).body().contains("value=\"pay-and-stay\"")) {
                throw new Trouble("The payment page offers no payment.");
            }
            return browser.submit(URI.create(page), Map.of("action", "pay-and-stay"))
                    .expect(200);
        }
    }

    private static Object told(PushStream push, BigDecimal expected) throws InterruptedException {
        return push.await(
                event -> event.name().equals("balance")
                        && new BigDecimal(Json.string(Json.read(event.data()), "balance.amount")).compareTo(expected)
                                == 0,
                Demo.LIMIT);
    }

    private static Object exactly(BigDecimal expected, BigDecimal found) {
        if (expected.compareTo(found) != 0) {
            throw new Trouble("The balance is " + found + " instead of " + expected + ".");
        }
        return found;
    }

    private Object onKafka(String topUp, String account) throws IOException {
        String bootstrap = "127.0.0.1:" + setup.ports().get("kafka");
        String found = new CommittedEvents(setup.home(), bootstrap)
                .await(
                        "moorage.billing",
                        line -> line.contains("io.moorage.billing.TopUpCompleted.v1") && line.contains(topUp));
        Object event = Json.read(found.substring(found.lastIndexOf('\t') + 1));
        if (!Json.string(event, "account").equals(account)
                || new BigDecimal(Json.string(event, "amount.amount")).compareTo(AMOUNT) != 0) {
            throw new Trouble("The event says something else: " + event);
        }
        return event;
    }
}
