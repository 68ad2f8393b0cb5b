package io.moorage.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of facts that identity-service can't take at once, in the real Keycloak. */
class FactsIT {

    private World world;
    private Surroundings surroundings;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
    }

    @Test
    void what_happens_while_identity_is_away_outlives_a_restart_and_arrives_once() throws Exception {
        JsonNode claims = somebody();
        String user = claims.path("sub").asText();
        surroundings.isAwayForFacts(true);
        changesNumber(user);
        send("DELETE", user + "/sessions/" + claims.path("sid").asText(), "");

        world.restart();
        assertThat(surroundings.securityChanges).isEmpty();
        assertThat(surroundings.endedSessions).isEmpty();
        surroundings.isAwayForFacts(false);

        assertThat(next()).isEqualTo("changed of " + user);
        assertThat(surroundings.endedSessions.poll(10, TimeUnit.SECONDS).path("sessionId"))
                .isEqualTo(claims.path("sid"));
        assertThat(surroundings.securityChanges.poll(3, TimeUnit.SECONDS)).isNull();
        assertThat(surroundings.endedSessions).isEmpty();
    }

    @Test
    void a_fact_that_is_not_taken_holds_back_the_later_ones_of_its_user_and_of_nobody_else() throws Exception {
        String troubled = somebody().path("sub").asText();
        String other = somebody().path("sub").asText();
        surroundings.answersFactsOf(troubled, 500);
        changesNumber(troubled);
        removesNumber(troubled);
        changesNumber(other);

        assertThat(next()).isEqualTo("changed of " + other);
        surroundings.answersFactsOf(troubled, 204);

        assertThat(next()).isEqualTo("changed of " + troubled);
        assertThat(next()).isEqualTo("removed of " + troubled);
    }

    @Test
    void a_fact_that_is_refused_is_given_up_and_the_next_one_arrives() throws Exception {
        String user = somebody().path("sub").asText();
        surroundings.answersFactsOf(user, 422);
        changesNumber(user);
        assertThat(surroundings.factsNotTaken.poll(10, TimeUnit.SECONDS)).isNotNull();

        surroundings.answersFactsOf(user, 204);
        removesNumber(user);

        assertThat(next()).isEqualTo("removed of " + user);
    }

    /** Who has registered and logged in, of whom no fact is on its way any more. */
    private JsonNode somebody() throws IOException, InterruptedException {
        JsonNode claims =
                world.visitor().logIn(People.registered(world), People.PASSWORD).claims();
        assertThat(next()).isEqualTo("added of " + claims.path("sub").asText());
        return claims;
    }

    private void changesNumber(String user) throws IOException, InterruptedException {
        send("PUT", user + "/phone", "{\"number\": \"+33655555555\"}");
    }

    private void removesNumber(String user) throws IOException, InterruptedException {
        String credential =
                new Administrator(world.keycloak.url(), World.ADMIN_PASSWORD).credential(user, "moorage-phone");
        send("DELETE", user + "/credentials/" + credential, "");
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        assertThat(world.keycloak
                        .internally(method, "/users/" + path, body, "Bearer " + Surroundings.SECRET)
                        .statusCode())
                .isEqualTo(204);
    }

    private @Nullable String next() throws InterruptedException {
        JsonNode change = surroundings.securityChanges.poll(10, TimeUnit.SECONDS);
        return change == null
                ? null
                : change.path("change").asText() + " of "
                        + change.path("userId").asText();
    }
}
