package io.moorage.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.EventStream;
import io.moorage.gateway.testing.Events;
import io.moorage.gateway.testing.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamIT {
    private static final String MINE = "xx11111-mo";
    private static final String TOP_UP_COMPLETED = "io.moorage.billing.TopUpCompleted.v1";
    private static final String BALANCE_CHANGED = "io.moorage.billing.BalanceChanged.v1";

    private static final String INVENTORY = "moorage.inventory";
    private static final String ACTION =
            "{\"actionId\":\"a-1\",\"server\":\"10427\",\"account\":\"xx11111-mo\",\"type\":\"reboot\"";
    private static final String NOTICE =
            "notification {\"id\":\"n-1\",\"severity\":\"error\",\"code\":\"server-action-failed\","
                    + "\"link\":\"/services/servers/10427\",\"text\":{\"en\":\"Failed.\",\"fr\":\"Échec.\"},\"at\":\""
                    + Events.TIME + "\"}";

    private final World world = World.get();
    private final Browser browser = world.browser();
    private final List<EventStream> open = new ArrayList<>();

    @BeforeEach
    void logIn() {
        world.events.ready(world);
        browser.logIn(world.keycloak, "");
    }

    @AfterEach
    void closeAll() {
        open.forEach(EventStream::close);
        world.keycloak.permissions = List.of("billing:read", "billing:pay");
    }

    @Test
    void a_client_is_told_of_its_balance_and_top_ups_in_the_words_of_the_interface() {
        EventStream stream = listen(browser, "");
        world.events.publish(MINE, BALANCE_CHANGED, """
                {"account":"xx11111-mo","balance":{"amount":"50.00","currency":"EUR"},
                 "change":{"amount":"50.00","currency":"EUR"},"kind":"top-up","reference":"r"}""");
        world.events.publish("zz22222-mo", BALANCE_CHANGED, "{\"account\":\"zz22222-mo\",\"balance\":{}}");
        world.events.publish(MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"t-1\",\"account\":\"xx11111-mo\"}");
        world.events.publish(MINE, "io.moorage.account.ProfileChanged.v1", "{\"account\":\"xx11111-mo\"}");
        world.events.publish(MINE, TOP_UP_COMPLETED, "not json");
        stream.until("t-1");
        assertThat(stream.events())
                .containsExactlyInAnyOrder(
                        "balance {\"account\":\"xx11111-mo\",\"balance\":{\"amount\":\"50.00\",\"currency\":\"EUR\"}}",
                        "top-up {\"id\":\"t-1\",\"state\":\"completed\"}");
    }

    @Test
    void a_technician_is_told_of_actions_and_notices_and_an_accountant_of_notices_only() {
        EventStream accountant = listen(browser, "");
        world.keycloak.permissions = List.of("services:read");
        Browser technicians = world.browser();
        technicians.logIn(world.keycloak, "");
        EventStream technician = listen(technicians, "");

        for (String event : List.of("Requested", "Started"))
            world.events.publishTo(INVENTORY, MINE, "io.moorage.inventory.ServerAction" + event + ".v1", ACTION + "}");
        world.events.publishTo(
                INVENTORY, MINE, "io.moorage.inventory.ServerActionProgressed.v1", ACTION + ",\"progress\":40}");
        world.events.publishTo(
                INVENTORY, MINE, "io.moorage.inventory.ServerActionFinished.v1", ACTION + ",\"outcome\":\"failed\"}");
        world.events.publishTo("moorage.account", MINE, "io.moorage.account.NotificationAdded.v1", """
                {"notificationId":"n-1","account":"xx11111-mo","severity":"error","code":"server-action-failed",
                 "textEn":"Failed.","textFr":"Échec.","link":"/services/servers/10427"}""");

        technician.until("n-1");
        accountant.until("n-1");
        await().untilAsserted(() -> assertThat(technician.events())
                .containsExactlyInAnyOrder(
                        told("requested", 0), told("running", 0), told("running", 40), told("failed", 100), NOTICE));
        assertThat(accountant.events()).containsExactly(NOTICE);
    }

    @Test
    void the_answer_is_made_to_arrive_at_once() {
        EventStream stream = listen(browser, "");
        assertThat(stream.header("content-type")).startsWith("text/event-stream");
        assertThat(stream.header("cache-control")).isEqualTo("no-cache, no-transform");
        assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
        assertThat(stream.header("content-encoding")).isEmpty();
        await().until(() -> stream.heartbeats() >= 2);
    }

    @Test
    void what_was_never_committed_is_never_told() {
        EventStream stream = listen(browser, "");
        world.events.publishAndAbort(MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"aborted\"}");
        world.events.publish(MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"committed\"}");
        stream.until("committed");
        assertThat(stream.events()).noneMatch(event -> event.contains("aborted"));
    }

    @Test
    void a_client_that_wanders_between_gateways_misses_nothing_and_hears_nothing_twice() {
        List<String> heard = new ArrayList<>();
        String lastId = "";
        int published = 0;
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < 5; i++) publishNumbered(published++);
            EventStream stream = listen(browser.at(round % 2 == 0 ? world.first : world.second), lastId);
            for (int i = 0; i < 5; i++) publishNumbered(published++);
            String awaited = "w-" + (round == 11 ? published - 1 : published - 3) + "\"";
            stream.until(awaited);
            heard.addAll(stream.events());
            lastId = stream.lastId();
            stream.close();
        }
        EventStream rest = listen(browser, lastId);
        int all = published;
        List<String> before = List.copyOf(heard);
        // The first five were published before anybody listened.
        await().until(() -> before.size() + rest.events().size() >= all - 5);
        heard.addAll(rest.events());
        assertThat(heard).doesNotHaveDuplicates().hasSize(all - 5);
    }

    @Test
    void an_id_that_cannot_be_read_is_answered_with_reset() {
        EventStream stream = listen(browser, "nonsense");
        stream.until("reset");
        assertThat(stream.events()).containsExactly("reset {}");
    }

    @Test
    void a_topic_that_appears_later_is_read_as_well() {
        EventStream stream = listen(browser, "");
        world.events.publishTo("moorage.later", MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"later\"}");
        stream.until("later");
    }

    @Test
    void logging_out_closes_the_streams_here_at_once_and_elsewhere_within_two_seconds() {
        EventStream here = listen(browser, "");
        EventStream elsewhere = listen(browser.at(world.second), "");
        browser.post("/logout", "");
        await().atMost(Duration.ofSeconds(2)).until(() -> here.ended() && elsewhere.ended());
    }

    @Test
    void a_stream_ends_when_the_log_in_or_the_right_to_see_it_ends() {
        EventStream stream = listen(browser, "");
        world.keycloak.permissions = List.of();
        world.clock.forward(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(5)).until(stream::ended);

        EventStream second = listen(browser, "");
        world.keycloak.endSession(
                world.database.ask("select keycloak_session from session order by created_at desc limit 1"));
        world.clock.forward(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(5)).until(second::ended);
    }

    @Test
    void a_stream_ends_with_the_longest_life_of_its_session() {
        EventStream stream = listen(browser, "");
        world.clock.forward(Duration.ofMinutes(12 * 60 + 1));
        await().atMost(Duration.ofSeconds(5)).until(stream::ended);
        assertThat(browser.get("/api/v1/stream").statusCode()).isEqualTo(401);
    }

    @Test
    void a_stream_on_a_bearer_token_ends_with_the_token() {
        Map<String, Object> claims = new HashMap<>(
                Map.of("typ", "Bearer", "sid", world.keycloak.newSession(), "aud", List.of("moorage-gateway")));
        claims.put("exp", Date.from(world.clock.instant().plusSeconds(3)));
        EventStream stream = new EventStream(world.browser(), "Authorization", "Bearer " + world.keycloak.sign(claims));
        open.add(stream);
        await().atMost(Duration.ofSeconds(8)).until(stream::ended);
    }

    @Test
    void without_log_in_account_or_room_there_is_no_stream() {
        assertThat(world.browser().get("/api/v1/stream").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/stream?account=zz22222-mo").statusCode())
                .isEqualTo(403);
        for (int i = 0; i < 3; i++) listen(browser, "");
        HttpResponse<String> answer = browser.get("/api/v1/stream", "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("\"code\":\"too-many-streams\"");
    }

    @Test
    void an_account_still_being_prepared_has_no_stream_yet() {
        world.keycloak.prepared = false;
        try {
            HttpResponse<String> answer = browser.get("/api/v1/stream", "Accept", "text/event-stream");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("\"code\":\"account-being-prepared\"");
        } finally {
            world.keycloak.prepared = true;
        }
    }

    @Test
    void with_kafka_away_a_stream_stays_open_and_events_follow() throws IOException, InterruptedException {
        EventStream stream = listen(browser, "");
        world.kafka.kill();
        int before = stream.heartbeats();
        await().until(() -> stream.heartbeats() > before + 2);
        world.kafka.restart();
        world.events.publish(MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"after-the-outage\"}");
        stream.until("after-the-outage");
        assertThat(stream.ended()).isFalse();
    }

    private static String told(String state, int progress) {
        return "action {\"id\":\"a-1\",\"server\":\"10427\",\"type\":\"reboot\",\"state\":\"%s\",\"progress\":%d}"
                .formatted(state, progress);
    }

    private void publishNumbered(int number) {
        world.events.publish(MINE, TOP_UP_COMPLETED, "{\"topUpId\":\"w-" + number + "\"}");
    }

    private EventStream listen(Browser at, String lastId) {
        EventStream stream = lastId.isEmpty() ? new EventStream(at) : new EventStream(at, "Last-Event-ID", lastId);
        open.add(stream);
        return stream;
    }
}
