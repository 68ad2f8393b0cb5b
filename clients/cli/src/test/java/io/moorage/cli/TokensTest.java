package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.World.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String TOKEN = "POST /realms/moorage/token";
    private static final String BALANCE = "GET /api/v1/balance";
    private static final Reply MONEY = Reply.json(
            "{\"balance\":{\"amount\":\"20.00\",\"currency\":\"EUR\"},\"pending\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}}");
    private static final Reply LOGIN_REQUIRED =
            Reply.problem(401, "{\"code\":\"login-required\",\"detail\":\"Log in.\"}");

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
        world.gateway.on(BALANCE, MONEY);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void who_is_not_logged_in_is_told_how_to() {
        Result balance = world.moor("balance");

        assertThat(balance.exitCode()).isEqualTo(3);
        assertThat(balance.err()).contains("moor login");
        assertThat(world.gateway.requests).isEmpty();
    }

    @Test
    void a_damaged_file_is_as_good_as_none() throws Exception {
        Files.createDirectories(world.credentials().getParent());
        Files.writeString(world.credentials(), "{\"http");

        assertThat(world.moor("balance").exitCode()).isEqualTo(3);
    }

    @Test
    void a_token_never_goes_to_another_gateway_than_it_was_made_for() {
        world.loggedIn();
        try (Stub other = new Stub()) {
            assertThat(world.moor("balance", "--url", other.url()).exitCode()).isEqualTo(3);
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void a_token_about_to_end_is_renewed_and_its_successor_kept() {
        world.loggedIn(World.NOW.plusSeconds(10));
        world.keycloak.on(TOKEN, World.tokens("access-2", "refresh-2"));

        assertThat(world.moor("balance").exitCode()).isZero();
        assertThat(world.gateway.asked(BALANCE).getFirst().header("Authorization"))
                .isEqualTo("Bearer access-2");
        assertThat(world.kept()).contains("refresh-2").doesNotContain("refresh-1");
        assertThat(world.moor("balance").exitCode()).isZero();
        assertThat(world.keycloak.asked(TOKEN)).hasSize(1);
    }

    @Test
    void a_refused_token_is_renewed_once_and_the_request_repeated() {
        world.loggedIn();
        world.gateway.on(BALANCE, LOGIN_REQUIRED, MONEY);
        world.keycloak.on(TOKEN, World.tokens("access-2", "refresh-2"));

        assertThat(world.moor("balance").exitCode()).isZero();

        world.gateway.on(BALANCE, LOGIN_REQUIRED);
        Result refused = world.moor("balance");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("Log in again: moor login");
        assertThat(world.keycloak.asked(TOKEN)).hasSize(2);
    }

    @Test
    void a_login_that_has_ended_is_forgotten() {
        world.loggedIn(World.NOW);
        world.keycloak.on(TOKEN, World.refused("invalid_grant"));

        Result balance = world.moor("balance");

        assertThat(balance.exitCode()).isEqualTo(3);
        assertThat(balance.err()).contains("Your log-in has ended. Log in again: moor login");
        assertThat(world.kept()).doesNotContain("refresh-1");
    }

    @Test
    void a_login_outlives_keycloak_being_away() {
        world.loggedIn(World.NOW);
        world.keycloak.on(TOKEN, new Reply(503, "text/plain", ""));

        assertThat(world.moor("balance").exitCode()).isEqualTo(4);
        assertThat(world.kept()).contains("refresh-1");
    }

    /** Real processes, as the lock that keeps them apart is the operating system's. Keycloak takes each token once. */
    @Test
    void processes_that_run_at_once_renew_once() throws Exception {
        world.loggedIn(Instant.EPOCH);
        Set<String> used = ConcurrentHashMap.newKeySet();
        AtomicInteger n = new AtomicInteger(1);
        world.keycloak.answer(TOKEN, request -> {
            boolean first = used.add(LoginTest.form(request.body()).get("refresh_token"));
            return first
                    ? World.tokens("access-" + n.incrementAndGet(), "refresh-" + n.get())
                    : World.refused("invalid_grant");
        });

        List<Process> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) running.add(world.process("balance"));

        for (Process process : running) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(err).isZero();
        }
        assertThat(world.keycloak.asked(TOKEN)).hasSize(1);
    }
}
