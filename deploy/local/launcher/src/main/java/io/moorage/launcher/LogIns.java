package io.moorage.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Log-ins a second by name and password, from the portal's link until the browser is back with a session, beside Keycloak
 * alone: the same name and password for tokens, in one request without pages.
 */
final class LogIns {
    private static final int CLIENTS = 4;
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final Setup setup;

    LogIns(Setup setup) {
        this.setup = setup;
    }

    Pairs measure(int pairs) {
        Pairs measured =
                new Pairs("LOGIN", "log-ins through the portal, " + CLIENTS + " at once", "1/s", "Keycloak alone");
        createUsers();
        perSecond(this::throughPortal);
        perSecond(this::atKeycloak);
        for (int pair = 0; pair < pairs; pair++) {
            measured.add(perSecond(this::throughPortal), perSecond(this::atKeycloak));
        }
        return measured;
    }

    /** One for each client: Keycloak takes a user's log-ins one after the other. */
    private void createUsers() {
        List<Map<String, Object>> users = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String login = user(client);
            users.add(Map.of(
                    "username",
                    login,
                    "email",
                    login + "@example.eu",
                    "firstName",
                    "Benchmark",
                    "lastName",
                    login,
                    "enabled",
                    true,
                    "emailVerified",
                    true,
                    "credentials",
                    List.of(Map.of("type", "password", "value", Status.DEMO_PASSWORD))));
        }
        String all = Json.write(Map.of("ifResourceExists", "SKIP", "users", users));
        try (Browser administrator = new Browser()) {
            String token = Json.string(
                    token(administrator, "master", "admin", setup.secrets().get("keycloak-admin"))
                            .json(),
                    "access_token");
            administrator
                    .post(setup.keycloakUrl() + "/admin/realms/moorage/partialImport", all, token)
                    .expect(200);
        }
    }

    private static String user(int client) {
        return "bench-" + client;
    }

    private void throughPortal(int client) {
        try (Browser browser = new Browser()) {
            Map<String, Object> user = Map.of("login", user(client));
            Browser.Page landed = new LogIn(setup, browser, user).password();
            if (!landed.uri().toString().startsWith(setup.publicUrl())) {
                throw new Trouble("Nobody was let in: still at " + landed.uri().getPath() + ".");
            }
        }
    }

    private void atKeycloak(int client) {
        try (Browser browser = new Browser()) {
            token(browser, "moorage", user(client), Status.DEMO_PASSWORD);
        }
    }

    private Browser.Page token(Browser client, String realm, String login, String password) {
        return client.submit(
                        URI.create(setup.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                login,
                                "password",
                                password))
                .expect(200);
    }

    /** Clients in a closed loop. */
    private static double perSecond(IntConsumer logIn) {
        long begin = System.nanoTime();
        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> count(client, logIn, begin)));
            }
        }
        int done = clients.stream().mapToInt(LogIns::result).sum();
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static int count(int client, IntConsumer logIn, long begin) {
        int done = 0;
        while (System.nanoTime() - begin < SLICE.toNanos()) {
            logIn.accept(client);
            done++;
        }
        return done;
    }

    private static int result(Future<Integer> client) {
        try {
            return client.get();
        } catch (ExecutionException e) {
            throw new Trouble("A log-in failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.");
        }
    }
}
