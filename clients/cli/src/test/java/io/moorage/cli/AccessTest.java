package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.Stub.Request;
import io.moorage.cli.World.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, invitations, accounts and API tokens. */
class AccessTest {
    private static final String SECRET = "s3cr3t-of-the-link";
    private static final String USERS = """
            {"items":[\
            {"id":"u-1","login":"demo","name":"Camille Durand","email":"demo@hst-test.eu","owner":true,\
            "permissions":["services:read"],"services":"all","since":"2026-11-01T00:00:00Z"},\
            {"id":"u-2","login":"technician","name":"Alex Martin","email":"tech@example.eu","owner":false,\
            "permissions":["services:manage","services:read"],"services":["10427"],"since":"2026-11-02T00:00:00Z"}],\
            "next":null}""";

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
        world.gateway.on("GET /api/v1/users", Reply.json(USERS));
        world.gateway.on("GET /api/v1/permission-sets", Reply.json("""
                {"items": [{"name": "technician", "permissions": ["services:manage", "services:read"], "forChosenServices": false}]}"""));
        world.gateway.on("GET /api/v1/me", Reply.json("""
                {"user": {"login": "demo", "name": "Camille Durand"}, "actingAccount": "xx11111-mo", "accounts": [
                 {"handle": "xx11111-mo", "name": "Camille Durand", "kind": "customer", "own": true, "permissions": [], "services": "all"},
                 {"handle": "zz22222-mo", "name": "Sam Keller", "kind": "customer", "own": false, "permissions": ["services:read"],
                  "services": ["20115"], "delegation": "d-1"}]}"""));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void users_are_listed_and_found_by_login_address_or_id() {
        assertThat(world.moor("users", "list").out()).contains("Camille Durand", "tech@example.eu", "10427");

        world.gateway.on("PUT /api/v1/users/u-2", Reply.json("{\"id\":\"u-2\",\"name\":\"Alex Martin\"}"));
        for (String user : new String[] {"technician", "TECH@example.eu", "u-2"})
            assertThat(world.moor("users", "change", user, "--permissions", "billing:read")
                            .out())
                    .contains("Alex Martin");
        assertThat(last("PUT /api/v1/users/u-2").body())
                .isEqualTo("{\"permissions\":[\"billing:read\"],\"services\":\"all\"}");
        Result unknown = world.moor("users", "change", "nobody", "--set", "technician");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("nobody");
    }

    @Test
    void access_is_a_ready_made_set_or_single_permissions_and_ends_with_its_last_day() {
        world.gateway.on("POST /api/v1/invitations", Reply.json("{\"id\":\"i-1\",\"email\":\"a@b.eu\"}"));

        assertThat(world.moor(
                                "invitations",
                                "send",
                                "a@b.eu",
                                "--set",
                                "technician",
                                "--services",
                                "10427, 10428",
                                "--ends",
                                "2027-01-31")
                        .out())
                .isEqualTo("The invitation has been sent to a@b.eu.\n");

        assertThat(last("POST /api/v1/invitations").body())
                .isEqualTo(
                        "{\"permissions\":[\"services:manage\",\"services:read\"],\"services\":[\"10427\",\"10428\"],"
                                + "\"email\":\"a@b.eu\",\"endsAt\":\"2027-02-01T00:00:00Z\"}");
        assertThat(world.moor("invitations", "send", "a@b.eu").exitCode()).isEqualTo(2);
        assertThat(world.moor("invitations", "send", "a@b.eu", "--set", "technician", "--permissions", "billing:pay")
                        .exitCode())
                .isEqualTo(2);
        assertThat(world.moor("invitations", "send", "a@b.eu", "--set", "king").exitCode())
                .isEqualTo(2);
        assertThat(world.moor("invitations", "send", "a@b.eu", "--set", "technician", "--ends", "soon")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void taking_access_back_is_asked_for_and_names_who_loses_it() {
        world.gateway.on("DELETE /api/v1/users/u-2", new Reply(204, "application/json", ""));
        assertThat(world.moor("users", "remove", "technician").exitCode()).isEqualTo(2);

        world.terminal = true;
        world.typed = "n\n";
        Result no = world.moor("users", "remove", "technician");
        assertThat(no.exitCode()).isEqualTo(1);
        assertThat(no.err()).contains("Alex Martin (tech@example.eu)").contains("Nothing was changed.");
        assertThat(world.gateway.asked("DELETE /api/v1/users/u-2")).isEmpty();

        world.typed = "yes\n";
        assertThat(world.moor("users", "remove", "technician").exitCode()).isZero();
        assertThat(world.moor("users", "remove", "technician", "--yes").exitCode())
                .isZero();
        assertThat(world.gateway.asked("DELETE /api/v1/users/u-2")).hasSize(2);
    }

    @Test
    void the_link_of_an_invitation_is_read_and_never_shown() {
        world.gateway.on(
                "POST /api/v1/invitations/accept",
                Reply.json("{\"id\":\"d-1\",\"account\":\"zz22222-mo\",\"name\":\"Sam Keller\"}"),
                Reply.problem(
                        409, "{\"status\":409,\"code\":\"invitation-accepted\",\"detail\":\"Accepted already.\"}"));
        for (String link : new String[] {"http://localhost:8080/invitation#" + SECRET, SECRET}) {
            world.typed = link + "\n";
            Result answer = world.moor("invitations", "accept", "--verbose");
            assertThat(answer.out() + answer.err()).doesNotContain(SECRET);
            assertThat(last("POST /api/v1/invitations/accept").body()).isEqualTo("{\"token\":\"" + SECRET + "\"}");
        }
        assertThat(world.moor("invitations", "accept", SECRET).exitCode()).isEqualTo(2);
    }

    @Test
    void invitations_are_sent_again_and_withdrawn_by_their_ids() {
        world.gateway.on("POST /api/v1/invitations/i-1/resend", Reply.json("{\"id\":\"i-1\",\"email\":\"a@b.eu\"}"));
        world.gateway.on("DELETE /api/v1/invitations/i-1", new Reply(204, "application/json", ""));

        assertThat(world.moor("invitations", "resend", "i-1").out()).contains("a@b.eu");
        assertThat(world.moor("invitations", "withdraw", "i-1").out()).contains("withdrawn");
        assertThat(world.moor("invitations", "withdraw", "../me").exitCode()).isEqualTo(1);
        assertThat(world.gateway.requests.getLast().path()).isEqualTo("/api/v1/invitations/..%2Fme");
    }

    @Test
    void an_account_of_somebody_else_can_be_left_and_the_own_one_cannot() {
        world.gateway.on("DELETE /api/v1/delegations/d-1", new Reply(204, "application/json", ""));
        assertThat(world.moor("accounts", "list").out()).contains("xx11111-mo", "zz22222-mo", "Sam Keller");

        assertThat(world.moor("accounts", "leave", "zz22222-mo", "--yes").out()).contains("Sam Keller");
        assertThat(world.moor("accounts", "leave", "xx11111-mo", "--yes").exitCode())
                .isEqualTo(1);
        assertThat(world.gateway.asked("DELETE /api/v1/delegations/d-1")).hasSize(1);
    }

    @Test
    void the_environment_names_the_account_and_the_option_wins_but_what_is_the_users_own_goes_for_none() {
        world.variables.put("MOORAGE_ACCOUNT", "zz22222-mo");
        world.moor("users", "list");
        assertThat(last("GET /api/v1/users").header("Moorage-account")).isEqualTo("zz22222-mo");
        world.moor("users", "list", "--account", "yy33333-mo");
        assertThat(last("GET /api/v1/users").header("Moorage-account")).isEqualTo("yy33333-mo");
        world.moor("accounts", "list");
        assertThat(last("GET /api/v1/me").header("Moorage-account")).isEmpty();
    }

    @Test
    void a_created_token_alone_goes_to_the_output() {
        world.gateway.on(
                "POST /api/v1/api-tokens", Reply.json("{\"id\":\"t-1\",\"name\":\"Night job\",\"token\":\"mo_new\"}"));

        Result created = world.moor("tokens", "create", "Night job", "--permissions", "services:read");

        assertThat(created.out()).isEqualTo("mo_new\n");
        assertThat(created.err()).contains("this once").doesNotContain("mo_new");
        assertThat(last("POST /api/v1/api-tokens").body())
                .isEqualTo("{\"permissions\":[\"services:read\"],\"services\":\"all\",\"name\":\"Night job\","
                        + "\"expiresAt\":\"2026-12-20T12:00:00Z\"}");
    }

    @Test
    void with_an_api_token_moor_asks_as_it_is_and_renews_nothing() throws Exception {
        world.moor("logout");
        world.typed = "mo_secret\n";

        Result login = world.moor("login", "--token");

        assertThat(login.exitCode()).isZero();
        assertThat(login.out() + login.err()).doesNotContain("mo_secret");
        world.moor("users", "list");
        assertThat(last("GET /api/v1/users").header("Authorization")).isEqualTo("Bearer mo_secret");

        world.gateway.on("GET /api/v1/users", Reply.problem(401, "{\"status\":401,\"code\":\"login-required\"}"));
        Result refused = world.moor("users", "list");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("API token");
        int asked = world.keycloak.requests.size();
        assertThat(world.moor("logout").exitCode()).isZero();
        assertThat(world.keycloak.requests).hasSize(asked);
        assertThat(Files.readString(world.credentials())).doesNotContain("mo_secret");
    }

    private Request last(String call) {
        return world.gateway.asked(call).getLast();
    }
}
