package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.World.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    private static final String TOP_UP = "POST /api/v1/top-ups";
    private static final String METHODS = """
            {"items":[{"method":"sandbox","minimum":{"amount":"20.00","currency":"EUR"},"maximum":{"amount":"10000.00","currency":"EUR"}}]}""";

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
        world.gateway.on("GET /api/v1/top-up-methods", Reply.json(METHODS));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Reply topUp(String state, String more) {
        return Reply.json(
                "{\"id\":\"t1\",\"amount\":{\"amount\":\"50.00\",\"currency\":\"EUR\"},\"method\":\"sandbox\",\"state\":\"%s\"%s}"
                        .formatted(state, more));
    }

    @Test
    void a_write_whose_answer_is_lost_is_repeated_once_under_the_same_key() {
        world.gateway.on(TOP_UP, Reply.lost(), topUp("pending", ",\"checkoutUrl\":\"http://pay/1\""));

        Result topUp = world.moor("top-up", "50");

        assertThat(topUp.exitCode()).isZero();
        assertThat(topUp.out()).contains("http://pay/1");
        assertThat(world.gateway.asked(TOP_UP)).hasSize(2);
        assertThat(world.gateway.asked(TOP_UP).stream()
                        .map(request -> request.header("Idempotency-key"))
                        .distinct())
                .singleElement()
                .asString()
                .hasSize(36);
        assertThat(world.gateway.asked(TOP_UP).getFirst().body())
                .isEqualTo("{\"method\":\"sandbox\",\"amount\":{\"amount\":\"50\",\"currency\":\"EUR\"}}");
    }

    @Test
    void a_connection_that_stays_lost_is_not_tried_for_ever() {
        world.gateway.on(TOP_UP, Reply.lost());

        assertThat(world.moor("top-up", "50", "--method", "sandbox").exitCode()).isEqualTo(4);
        assertThat(world.gateway.asked(TOP_UP)).hasSize(2);
    }

    @Test
    void two_wishes_have_two_keys() {
        world.gateway.on(TOP_UP, topUp("pending", ""));
        world.moor("top-up", "50");
        world.moor("top-up", "50");

        assertThat(world.gateway.asked(TOP_UP).stream()
                        .map(request -> request.header("Idempotency-key"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void paying_is_waited_for_and_its_outcome_is_the_exit_code() {
        world.gateway.on(TOP_UP, topUp("requested", ""));
        world.gateway.on(
                "GET /api/v1/top-ups/t1",
                topUp("requested", ""),
                topUp("pending", ",\"checkoutUrl\":\"http://pay/1\""),
                topUp("completed", ",\"checkoutUrl\":\"http://pay/1\""));

        Result paid = world.moor("top-up", "49,90", "--wait");
        assertThat(paid.exitCode()).isZero();
        assertThat(paid.err()).contains("Pay on this page:  http://pay/1");
        assertThat(paid.out()).isEqualTo("Top-up of 50.00 EUR: paid\n");
        assertThat(world.gateway.asked(TOP_UP).getFirst().body()).contains("\"49.90\"");

        world.gateway.on("GET /api/v1/top-ups/t1", topUp("failed", ""));
        assertThat(world.moor("top-up", "50", "--wait").exitCode()).isEqualTo(5);
    }

    @Test
    void a_way_to_pay_is_to_be_chosen_where_there_are_several() {
        world.gateway.on(
                "GET /api/v1/top-up-methods",
                Reply.json("{\"items\":[{\"method\":\"stripe\"},{\"method\":\"paypal\"}]}"));

        Result topUp = world.moor("top-up", "50");

        assertThat(topUp.exitCode()).isEqualTo(2);
        assertThat(topUp.err()).contains("stripe, paypal");
    }

    @Test
    void a_refusal_is_a_sentence_its_code_and_the_fields_concerned() {
        world.gateway.on(TOP_UP, Reply.problem(422, """
                {"code":"invalid","detail":"That can't be.","errors":[{"pointer":"/amount","code":"amount-below-minimum","detail":"At least 20 EUR."}]}"""));

        Result refused = world.moor("top-up", "5");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).containsExactly("That can't be. [invalid]", "  /amount: At least 20 EUR.");
    }

    @Test
    void what_is_away_has_an_exit_code_of_its_own() {
        world.gateway.on(
                "GET /api/v1/balance", Reply.problem(503, "{\"code\":\"service-unavailable\",\"detail\":\"Away.\"}"));
        assertThat(world.moor("balance").exitCode()).isEqualTo(4);

        world.gateway.close();
        Result gone = world.moor("balance");
        assertThat(gone.exitCode()).isEqualTo(4);
        assertThat(gone.err()).contains(world.gateway.url() + " can’t be reached.");
    }

    @Test
    void verbose_tells_the_correlation_and_no_secret() {
        world.gateway.on("GET /api/v1/balance", Reply.json("{\"balance\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}"));

        Result balance = world.moor("balance", "--verbose");

        assertThat(balance.err()).contains("GET " + world.gateway.url() + "/api/v1/balance", "200", "0190-correlation");
        assertThat(balance.err()).doesNotContain("access-1");
    }

    @Test
    void the_rest_is_read_too() {
        world.gateway.on("GET /api/v1/notifications", Reply.json("""
                {"items":[{"id":"n1","severity":"info","code":"x","text":"Reboot under way","at":"2026-11-20T11:59:00Z","read":false}],"next":null,"unread":1}"""));
        world.gateway.on("GET /api/v1/activity", Reply.json("""
                {"items":[{"id":"l1","at":"2026-11-20T11:59:00Z","user":{"login":"demo"},"action":"reboot","target":"10427","outcome":"refused","code":"server-busy"}],"next":null}"""));
        world.gateway.on("GET /api/v1/services", Reply.json("""
                {"items":[{"id":"s1","kind":"hosting-plan","name":"Hébergement Web - VPS-5","label":"hst-test.eu","status":"active","overdue":false,"roles":["admin"]}],"next":null}"""));
        world.gateway.on("GET /api/v1/me", Reply.json("""
                {"user":{"login":"demo","name":"Camille"},"accounts":[{"handle":"xx11111-mo","name":"Camille","kind":"customer","own":true,"permissions":["services:read"]}],"actingAccount":"xx11111-mo"}"""));

        assertThat(world.moor("notices", "--unread").out())
                .contains("2026-11-20 11:59:00", "information", "Reboot under way");
        assertThat(world.gateway.requests.getLast().query()).isEqualTo("unread=true&limit=50");
        assertThat(world.moor("log").out()).contains("demo", "refused", "server-busy");
        assertThat(world.gateway.requests.getLast().query()).isEqualTo("session=current&limit=50");
        assertThat(world.moor("log", "--all").exitCode()).isZero();
        assertThat(world.gateway.requests.getLast().query()).isEqualTo("session=all&limit=200");
        assertThat(world.moor("services", "--kind", "hosting-plan").out()).contains("hosting plan", "hst-test.eu");
        assertThat(world.moor("me").out()).contains("Camille", "xx11111-mo", "services:read");
    }
}
