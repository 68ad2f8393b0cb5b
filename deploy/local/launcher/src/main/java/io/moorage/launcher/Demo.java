package io.moorage.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Walks the main job as a customer's client would: logs in, tops up, and reboots a server. */
final class Demo {
    static final Duration LIMIT = Duration.ofSeconds(45);

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
        console.line("A customer tops up 50 EUR and reboots a server at " + setup.publicUrl());
        try (Browser browser = new Browser();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            walk(browser, new Steps(setup, console, threads));
        }
        console.line(String.format(java.util.Locale.ROOT, "Done in %.1f s.", (System.nanoTime() - begin) / 1e9));
    }

    private void walk(Browser browser, Steps steps) {
        LogIn logIn = new LogIn(setup, browser);
        Browser.Page asked = steps.take("logs in with name and password", logIn::password);
        String code = steps.take("gets a code by SMS", logIn::code);
        steps.take("is in once they have entered it", () -> logIn.enter(asked, code));
        String account = steps.take("sees who they are and which account is theirs", logIn::account);
        steps.take("sees the account's profile", () -> profile(browser, account));
        new TopUpWalk(setup, browser, steps).walk(account);
        new RebootWalk(setup, browser, steps).walk(account);
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
}
