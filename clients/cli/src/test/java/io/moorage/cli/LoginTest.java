package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.World.Result;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private static final String TOKEN = "POST /realms/moorage/token";

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void logging_in_names_the_page_and_the_code_and_waits_for_the_person_there() {
        world.keycloak.on(
                TOKEN,
                World.refused("authorization_pending"),
                World.refused("slow_down"),
                World.refused("authorization_pending"),
                World.tokens("access-1", "refresh-1"));

        Result login = world.moor("login");

        assertThat(login.exitCode()).isZero();
        assertThat(login.out()).contains("http://login/device", "ABCD-EFGH", "Logged in as Camille Durand (demo).");
        // Told to slow down, it adds five seconds and keeps them.
        assertThat(world.pauses).extracting(Duration::toSeconds).containsExactly(5L, 5L, 10L, 10L);
        assertThat(world.gateway.asked("GET /api/v1/me").getFirst().header("Authorization"))
                .isEqualTo("Bearer access-1");
    }

    @Test
    void tokens_are_kept_where_only_their_owner_can_read_them() throws IOException {
        world.keycloak.on(TOKEN, World.tokens("access-1", "refresh-1"));

        Result login = world.moor("login", "--verbose");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.credentials())))
                .isEqualTo("rw-------");
        assertThat(world.kept()).contains("access-1", "refresh-1", world.gateway.url());
        assertThat(login.out() + login.err()).doesNotContain("access-1", "refresh-1", "device-1");
    }

    @Test
    void a_stolen_device_code_is_worthless_without_the_proof_key() throws Exception {
        world.keycloak.on(TOKEN, World.tokens("access-1", "refresh-1"));

        world.moor("login");

        Map<String, String> begun = form(
                world.keycloak.asked("POST /realms/moorage/device").getFirst().body());
        Map<String, String> redeemed =
                form(world.keycloak.asked(TOKEN).getFirst().body());
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(redeemed.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(begun).containsEntry("code_challenge_method", "S256").containsEntry("client_id", "moorage-cli");
        assertThat(begun.get("code_challenge"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void a_no_in_the_browser_ends_it() {
        world.keycloak.on(TOKEN, World.refused("authorization_pending"), World.refused("access_denied"));

        Result login = world.moor("login");

        assertThat(login.exitCode()).isEqualTo(1);
        assertThat(login.err()).contains("refused in the browser");
        assertThat(world.kept()).isEmpty();
    }

    @Test
    void a_code_that_has_expired_ends_it_whether_keycloak_says_so_or_not() {
        world.keycloak.on(TOKEN, World.refused("expired_token"));
        assertThat(world.moor("login").exitCode()).isEqualTo(1);

        world.keycloak.on(TOKEN, World.refused("authorization_pending"));
        Result login = world.moor("login");

        assertThat(login.exitCode()).isEqualTo(1);
        assertThat(login.err()).contains("The code has expired.");
        assertThat(world.keycloak.asked(TOKEN)).hasSizeBetween(100, 121);
    }

    @Test
    void a_connection_lost_while_waiting_is_no_decision_and_makes_the_pauses_grow() {
        world.keycloak.on(TOKEN, Reply.lost(), Reply.lost(), World.tokens("access-1", "refresh-1"));

        assertThat(world.moor("login").exitCode()).isZero();
        assertThat(world.pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L, 20L);
    }

    @Test
    void keycloak_in_trouble_is_no_decision_either() {
        world.keycloak.on(TOKEN, new Reply(503, "text/html", "<html>"), World.tokens("access-1", "refresh-1"));

        assertThat(world.moor("login").exitCode()).isZero();
    }

    @Test
    void an_address_that_takes_itself_for_another_gets_no_token() {
        world.gateway.on(
                "GET /.well-known/oauth-protected-resource",
                Reply.json(
                        "{\"resource\":\"https://moorage.example\",\"authorization_servers\":[\"%s/realms/moorage\"]}"
                                .formatted(world.keycloak.url())));

        Result login = world.moor("login");

        assertThat(login.exitCode()).isEqualTo(2);
        assertThat(login.err()).contains("https://moorage.example");
        assertThat(world.keycloak.requests).isEmpty();
    }

    @Test
    void tokens_go_nowhere_unencrypted_but_to_this_machine() {
        Result login = world.moor("login", "--url", "http://moorage.example");

        assertThat(login.exitCode()).isEqualTo(2);
        assertThat(login.err()).contains("must begin with https://");
    }

    @Test
    void what_does_not_answer_as_moorage_does_is_said_to_be_something_else() {
        world.gateway.on("GET /.well-known/oauth-protected-resource", new Reply(200, "text/html", "<html>"));

        Result login = world.moor("login");

        assertThat(login.exitCode()).isEqualTo(4);
        assertThat(login.err()).contains("doesn’t answer as Moorage does");
    }

    @Test
    void logging_out_ends_the_log_in_at_keycloak_and_deletes_the_tokens() {
        world.loggedIn();
        world.keycloak.on("POST /realms/moorage/logout", new Reply(204, "text/plain", ""));

        Result logout = world.moor("logout");

        assertThat(logout.exitCode()).isZero();
        assertThat(form(world.keycloak
                        .asked("POST /realms/moorage/logout")
                        .getFirst()
                        .body()))
                .containsEntry("refresh_token", "refresh-1")
                .containsEntry("client_id", "moorage-cli");
        assertThat(world.kept()).doesNotContain("refresh-1");
        assertThat(world.moor("logout").out()).contains("You were not logged in here.");
    }

    @Test
    void a_log_in_that_is_over_already_is_logged_out_of_as_well() {
        world.loggedIn();
        world.keycloak.on("POST /realms/moorage/logout", World.refused("invalid_grant"));
        Result logout = world.moor("logout");
        assertThat(logout.exitCode()).isZero();
        assertThat(world.kept()).doesNotContain("refresh-1");
    }

    @Test
    void tokens_are_deleted_here_even_while_keycloak_is_away() {
        world.loggedIn();
        world.keycloak.close();

        Result logout = world.moor("logout");

        assertThat(logout.exitCode()).isEqualTo(4);
        assertThat(world.kept()).doesNotContain("refresh-1");
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
