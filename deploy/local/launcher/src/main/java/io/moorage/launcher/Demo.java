package io.moorage.launcher;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks a top-up as a customer's client would: through the gateway, the payment page, and a Kafka consumer. */
final class Demo {
    static final Duration LIMIT = Duration.ofSeconds(45);
    private static final BigDecimal AMOUNT = new BigDecimal("50.00");
    private static final Pattern LOGIN_FORM = Pattern.compile(
            "<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]*)\"|<form[^>]*action=\"([^\"]*)\"[^>]*id=\"kc-form-login\"");

    private final Setup setup;
    private final Console console;
    private final String api;

    Demo(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
        this.api = setup.publicUrl() + "/api/v1";
    }

    /** Throws {@link Trouble} naming the step that failed. */
    void run() {
        long begin = System.nanoTime();
        console.line("A customer tops up 50 EUR at " + setup.publicUrl());
        try (Browser browser = new Browser();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            walk(browser, new Steps(setup, console, threads));
        }
        console.line(String.format(java.util.Locale.ROOT, "Done in %.1f s.", (System.nanoTime() - begin) / 1e9));
    }

    private void walk(Browser browser, Steps steps) {
        steps.take("logs in through Keycloak", () -> logIn(browser));
        String account = steps.take("sees who they are and which account is theirs", () -> account(browser));
        steps.take("sees the account's profile", () -> profile(browser, account));
        BigDecimal before = steps.take("sees the balance", () -> balance(browser));
        PushStream push = steps.take("listens for what changes", () -> new PushStream(browser.stream(api + "/stream")));
        String topUp = steps.take("asks to top up 50.00 EUR", () -> topUp(browser));
        String page = steps.take("gets the address of the payment page", () -> checkoutUrl(browser, topUp));
        steps.take("pays there, and doesn't come back", () -> pay(page));
        steps.take("is told the new balance without asking", () -> told(push, before.add(AMOUNT)));
        steps.take("has exactly 50.00 EUR more", () -> exactly(before.add(AMOUNT), balance(browser)));
        steps.take("and TopUpCompleted is on Kafka for whoever subscribes", () -> onKafka(topUp, account));
    }

    private Object logIn(Browser browser) {
        Browser.Page form =
                browser.get(setup.publicUrl() + "/login?return=/&lang=en").expect(200);
        Matcher matcher = LOGIN_FORM.matcher(form.body());
        if (!matcher.find()) {
            throw new Trouble("There is no log-in form at " + form.uri() + ".");
        }
        String action = Optional.ofNullable(matcher.group(1))
                .orElseGet(() -> matcher.group(2))
                .replace("&amp;", "&");
        Map<String, Object> login = Status.logins().getFirst();
        Browser.Page landed = browser.submit(
                form.uri().resolve(action),
                Map.of(
                        "username",
                        String.valueOf(login.get("login")),
                        "password",
                        Status.DEMO_PASSWORD,
                        "credentialId",
                        ""));
        if (!landed.uri().toString().startsWith(setup.publicUrl())) {
            throw new Trouble(
                    "Keycloak didn't let them in: still at " + landed.uri().getPath() + " (" + landed.status() + ").");
        }
        return landed.uri();
    }

    /** After a first log-in the account is still being opened for a moment. */
    private String account(Browser browser) {
        while (true) {
            Object me = browser.get(api + "/me").expect(200).json();
            String account = Json.string(me, "actingAccount");
            if (!account.isEmpty()) {
                return account;
            }
            Shell.pause(250);
        }
    }

    private String profile(Browser browser, String account) {
        while (true) {
            Browser.Page page = browser.get(api + "/account");
            if (page.status() == 409) { // being prepared
                Shell.pause(250);
                continue;
            }
            String handle = Json.string(page.expect(200).json(), "handle");
            if (!handle.equals(account)) {
                throw new Trouble("The profile is that of '" + handle + "', not of " + account + ".");
            }
            return handle;
        }
    }

    private BigDecimal balance(Browser browser) {
        return new BigDecimal(
                Json.string(browser.get(api + "/balance").expect(200).json(), "balance.amount"));
    }

    private String topUp(Browser browser) {
        String order = Json.write(
                Map.of("amount", Map.of("amount", AMOUNT.toString(), "currency", "EUR"), "method", "sandbox"));
        return Json.string(browser.post(api + "/top-ups", order).expect(201).json(), "id");
    }

    private String checkoutUrl(Browser browser, String topUp) {
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
                LIMIT);
    }

    private static Object exactly(BigDecimal expected, BigDecimal found) {
        if (expected.compareTo(found) != 0) {
            throw new Trouble("The balance is " + found + " instead of " + expected + ".");
        }
        return found;
    }

    private Object onKafka(String topUp, String account) throws java.io.IOException {
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
