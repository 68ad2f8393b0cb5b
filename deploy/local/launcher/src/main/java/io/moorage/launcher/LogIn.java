package io.moorage.launcher;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a demo user gets in, step by step: name and password, then, if they have one, the code that comes to their phone. */
final class LogIn {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final Setup setup;
    private final Browser browser;
    private final Map<String, Object> user;
    private final Instant begun = Instant.now();

    /** The customer's. */
    LogIn(Setup setup, Browser browser) {
        this(setup, browser, Status.login("demo"));
    }

    LogIn(Setup setup, Browser browser, Map<String, Object> user) {
        this.setup = setup;
        this.browser = browser;
        this.user = user;
    }

    /** @return the page that asks for the code; the portal's where there is no second factor */
    Browser.Page password() {
        Browser.Page form =
                browser.get(setup.publicUrl() + "/login?return=/&lang=en").expect(200);
        return browser.submit(
                        action(form, "kc-form-login"),
                        Map.of(
                                "username",
                                String.valueOf(user.get("login")),
                                "password",
                                Status.DEMO_PASSWORD,
                                "credentialId",
                                ""))
                .expect(200);
    }

    /** The newest that came since the log-in began. */
    String code() {
        String messages = setup.local("phone") + "/messages?to=" + Browser.encode(String.valueOf(user.get("phone")));
        try (Browser phone = new Browser()) {
            return await("No code has come", () -> {
                List<?> known = (List<?>) phone.get(messages).expect(200).json();
                return known.stream()
                        .findFirst()
                        .filter(newest ->
                                Instant.parse(Json.string(newest, "at")).isAfter(begun))
                        .map(newest -> CODE.matcher(Json.string(newest, "text")))
                        .filter(Matcher::find)
                        .map(Matcher::group);
            });
        }
    }

    URI enter(Browser.Page asked, String code) {
        Browser.Page landed = browser.submit(action(asked, "moorage-code-form"), Map.of("code", code));
        if (!landed.uri().toString().startsWith(setup.publicUrl())) {
            throw new Trouble(
                    "Keycloak didn't let them in: still at " + landed.uri().getPath() + " (" + landed.status() + ").");
        }
        return landed.uri();
    }

    /** After a first log-in the account is still being opened for a moment. */
    String account() {
        return await("The account has not been opened", () -> {
            Object me =
                    browser.get(setup.publicUrl() + "/api/v1/me").expect(200).json();
            return Optional.of(Json.string(me, "actingAccount")).filter(account -> !account.isEmpty());
        });
    }

    static <T> T await(String otherwise, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(Demo.LIMIT);
        while (Instant.now().isBefore(end)) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            Shell.pause(250);
        }
        throw new Trouble(otherwise + " after " + Demo.LIMIT.toSeconds() + " s.");
    }

    private static URI action(Browser.Page page, String form) {
        Matcher tag = Pattern.compile("<form[^>]*id=\"" + form + "\"[^>]*>").matcher(page.body());
        Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(tag.find() ? tag.group() : "");
        if (!action.find()) {
            throw new Trouble("There is no form " + form + " at " + page.uri() + ".");
        }
        return page.uri().resolve(action.group(1).replace("&amp;", "&"));
    }
}
