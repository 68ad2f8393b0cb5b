package io.moorage.keycloak;

import static io.moorage.keycloak.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.Visitor.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What identity-service sees and changes of factors and sessions, in the real Keycloak. */
class SecurityResourceIT {

    private World world;
    private Surroundings surroundings;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, "Bearer " + Surroundings.SECRET);
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        return world.keycloak.internally(method, path, body, authorization);
    }

    private Tokens logIn(String login) throws IOException, InterruptedException {
        return world.visitor().logIn(login, People.PASSWORD);
    }

    private static String user(Tokens tokens) {
        return "/users/" + tokens.claims().path("sub").asText();
    }

    private JsonNode security(String user) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", user + "/security", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void without_the_secret_nothing_is_told_and_nothing_done() throws Exception {
        String user = user(logIn(People.registered(world)));

        for (String authorization : new String[] {"", "Bearer other", "Basic " + Surroundings.SECRET}) {
            assertThat(send("GET", user + "/security", "", authorization).statusCode())
                    .isEqualTo(401);
            assertThat(send("PUT", user + "/phone", "{\"number\": \"+33699999999\"}", authorization)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send("DELETE", user + "/sessions/x", "", authorization).statusCode())
                    .isEqualTo(401);
        }
        assertThat(security(user).path("phone").path("number").asText()).isEqualTo("+33611223344");
    }

    @Test
    void factors_are_told_and_an_unknown_user_is_not_found() throws Exception {
        JsonNode second = security("/users/01936a10-0000-7000-8001-000004c291bd");

        assertThat(second.path("phone").isNull()).isTrue();
        assertThat(second.path("totp")).hasSize(1);
        assertThat(second.path("totp").get(0).path("label").asText()).isEqualTo("Demo");
        assertThat(second.path("passkeys")).isEmpty();
        assertThat(second.path("recoveryCodes").isNull()).isTrue();
        assertThat(second.path("preferred").asText()).isEqualTo("totp");
        assertThat(second.path("email").asText()).isEqualTo("second@example.eu");
        assertThat(second.path("emailVerified").asBoolean()).isTrue();
        assertThat(send("GET", "/users/01936a10-0000-7000-8001-0000deadbeef/security", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_number_is_put_in_the_place_of_the_one_before_and_can_be_removed_but_a_password_cannot() throws Exception {
        String login = People.registered(world);
        String user = user(logIn(login));
        surroundings.securityChanges.clear();

        assertThat(send("PUT", user + "/phone", "{\"number\": \"+33699999999\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(security(user).path("phone").path("number").asText()).isEqualTo("+33699999999");
        assertThat(surroundings.securityChange("phone")).isEqualTo("changed");
        logIn(login);
        assertThat(surroundings.codes.last().number()).isEqualTo("+33699999999");
        assertThat(send("PUT", user + "/phone", "{\"number\": \"06\"}").statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", user + "/phone", "nonsense").statusCode()).isEqualTo(400);

        Administrator administrator = new Administrator(world.keycloak.url(), World.ADMIN_PASSWORD);
        String id = user.substring("/users/".length());
        String password = administrator.credential(id, "password");
        String phone = administrator.credential(id, "moorage-phone");
        assertThat(send("DELETE", user + "/credentials/" + password, "").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", user + "/credentials/" + phone, "").statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", user + "/credentials/" + phone, "").statusCode())
                .isEqualTo(404);
        assertThat(security(user).path("phone").isNull()).isTrue();
        assertThat(surroundings.securityChange("phone")).isEqualTo("removed");
    }

    @Test
    void only_what_the_user_has_can_be_preferred() throws Exception {
        String user = user(logIn(People.registered(world)));

        assertThat(send("PUT", user + "/preferred", "{\"factor\": \"phone\"}").statusCode())
                .isEqualTo(204);
        assertThat(send("PUT", user + "/preferred", "{\"factor\": \"totp\"}").statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", user + "/preferred", "{\"factor\": \"password\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", user + "/preferred", "{\"factor\": \"horoscope\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(security(user).path("preferred").asText()).isEqualTo("phone");
    }

    @Test
    void sessions_are_listed_and_one_can_be_ended_for_every_client() throws Exception {
        String login = People.registered(world);
        Tokens portal = logIn(login);
        Tokens commandLine = world.visitor().logInFromCommandLine(login, People.PASSWORD);
        String user = user(portal);
        surroundings.backChannelLogouts.clear();
        surroundings.endedSessions.clear();

        JsonNode sessions = json(send("GET", user + "/sessions", ""));
        JsonNode listed = session(sessions, commandLine);
        assertThat(listed.path("clients").toString()).isEqualTo("[\"moorage-cli\"]");
        assertThat(listed.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(listed.path("startedAt").asText()).endsWith("Z");
        assertThat(listed.path("lastUsedAt").asText()).endsWith("Z");

        String sid = commandLine.claims().path("sid").asText();
        assertThat(send("DELETE", user + "/sessions/" + sid, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", user + "/sessions/" + sid, "").statusCode()).isEqualTo(404);

        String told = surroundings.backChannelLogouts.remove().replaceFirst("^logout_token=", "");
        assertThat(Visitor.claims(told).path("sid").asText()).isEqualTo(sid);
        JsonNode ended = surroundings.endedSessions.poll(10, TimeUnit.SECONDS);
        assertThat(ended.path("sessionId").asText()).isEqualTo(sid);
        assertThat(ended.path("reason").asText()).isEqualTo("ended-by-user");
        assertThat(world.visitor().refreshFromCommandLine(commandLine.refresh()).statusCode())
                .isEqualTo(400);
        assertThat(world.visitor().exchange(portal).statusCode()).isEqualTo(200);
    }

    @Test
    void all_other_sessions_can_be_ended_and_nobody_elses() throws Exception {
        String login = People.registered(world);
        Tokens kept = logIn(login);
        Tokens other = logIn(login);
        Tokens stranger = logIn(People.registered(world));
        String keptId = kept.claims().path("sid").asText();

        assertThat(send("DELETE", user(stranger) + "/sessions/" + keptId, "").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", user(kept) + "/sessions", "").statusCode()).isEqualTo(400);
        assertThat(send("DELETE", user(kept) + "/sessions?except=" + keptId, "").statusCode())
                .isEqualTo(204);

        assertThat(world.visitor().exchange(kept).statusCode()).isEqualTo(200);
        assertThat(world.visitor().exchange(other).statusCode()).isEqualTo(400);
        assertThat(world.visitor().exchange(stranger).statusCode()).isEqualTo(200);
    }

    private static JsonNode session(JsonNode sessions, Tokens tokens) {
        for (JsonNode session : sessions)
            if (session.path("id").equals(tokens.claims().path("sid"))) return session;
        throw new AssertionError("Not listed: " + sessions);
    }
}
