package io.moorage.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.gateway.testing.BackChannel;
import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.EventStream;
import io.moorage.gateway.testing.World;
import io.moorage.revocations.RevocationWriter;
import io.moorage.testkit.TestTopic;
import io.moorage.testkit.TestTopic.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the end of a log-in gets around. */
class RevocationIT {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final World world = World.get();
    private final Browser browser = world.browser();
    private final TestTopic topic = new TestTopic(world.kafka.bootstrap(), Revocation.TOPIC);

    @BeforeEach
    void gateways_read_the_stream() {
        String warm = UUID.randomUUID().toString();
        world.database.change("insert into revocation (kind, id, at) values ('session', '" + warm + "', now())");
        await().atMost(Duration.ofSeconds(60)).until(() -> knows(world.first, warm) && knows(world.second, warm));
    }

    @Test
    void logging_out_is_told_to_everybody() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();

        browser.post("/logout", "");

        await().atMost(SOON).until(() -> knows(world.second, sid));
        Received told =
                topic.all(received -> received.key().equals("session:" + sid)).getFirst();
        assertThat(told.value()).matches("\\{\"kind\":\"session\",\"id\":\"" + sid + "\",\"at\":\"20[^\"]*Z\"}");
        await().until(() -> waiting() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moorage-cli", "moorage-mobile"})
    void the_end_of_an_apps_log_in_is_told_although_it_has_no_session_here(String client) {
        String sid = world.keycloak.newSession();

        BackChannel.post(world.browser(), world.keycloak.sign(BackChannel.announcement(client, sid)));

        await().atMost(SOON).until(() -> told(sid) == 1 && knows(world.second, sid));
    }

    @Test
    void streams_and_tokens_of_a_command_line_end_on_every_gateway_with_its_log_in() {
        world.events.ready(world);
        String sid = world.keycloak.newSession();
        String bearer = "Bearer " + world.keycloak.sign(bearer(sid));
        EventStream here = new EventStream(new Browser(world.first), "Authorization", bearer);
        EventStream there = new EventStream(new Browser(world.second), "Authorization", bearer);

        BackChannel.post(world.browser(), world.keycloak.sign(BackChannel.announcement("moorage-cli", sid)));

        await().atMost(SOON).until(() -> here.ended() && there.ended());
        // Keycloak isn't asked: it would still make tokens for this log-in.
        assertThat(world.keycloak.knows(sid)).isTrue();
        for (URI gateway : List.of(world.first, world.second)) {
            assertThat(new Browser(gateway)
                            .get("/api/v1/me", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void as_a_delegation_changes_its_streams_end_on_every_gateway_and_its_tokens_are_used_no_more() {
        world.events.ready(world);
        String account = "zz22222-mo";
        world.keycloak.granted.add(account);
        browser.logIn(world.keycloak, "");
        String me = "/api/v1/me?account=" + account;
        EventStream here = new EventStream(browser, "Moorage-Account", account);
        EventStream there = new EventStream(browser.at(world.second), "Moorage-Account", account);
        EventStream own = new EventStream(browser);
        browser.get(me);
        String old = world.identity.last().header("Authorization");

        int before = world.keycloak.delegationVersion.getAndIncrement();
        tell(Revocation.delegationVersion("delegation-on-" + account, before));

        await().atMost(SOON).until(() -> here.ended() && there.ended());
        assertThat(own.ended()).isFalse();
        assertThat(browser.get(me).statusCode()).isEqualTo(200);
        assertThat(world.identity.last().header("Authorization")).isNotEqualTo(old);
        world.keycloak.granted.clear();
        tell(Revocation.delegationVersion(
                "delegation-on-" + account, world.keycloak.delegationVersion.getAndIncrement()));

        await().atMost(SOON).until(() -> browser.get(me).statusCode() == 403);
        own.close();
    }

    @Test
    void as_a_consent_is_withdrawn_the_applications_streams_end_and_its_tokens_are_used_no_more() {
        world.events.ready(world);
        String sid = world.keycloak.newSession();
        String bearer = "Bearer " + world.keycloak.sign(bearer(sid));
        String given = "user/application/" + sid;
        world.keycloak.consent = given;
        try {
            EventStream here = new EventStream(new Browser(world.first), "Authorization", bearer);
            EventStream there = new EventStream(new Browser(world.second), "Authorization", bearer);
            world.keycloak.endSession(sid);

            tell(Revocation.CONSENT, given);

            await().atMost(SOON).until(() -> here.ended() && there.ended());
            for (URI gateway : List.of(world.first, world.second))
                assertThat(new Browser(gateway)
                                .get("/api/v1/me", "Authorization", bearer)
                                .statusCode())
                        .isEqualTo(401);
        } finally {
            world.keycloak.consent = null;
        }
    }

    private void tell(String version) {
        tell(Revocation.DELEGATION, version);
    }

    /** As identity-service does. */
    private void tell(String kind, String id) {
        try (RevocationWriter writer = RevocationWriter.open(world.kafka.bootstrap())) {
            writer.write(List.of(new Revocation(kind, id, Instant.now())));
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    void while_kafka_is_away_logging_out_works_and_is_told_later() throws IOException, InterruptedException {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        world.kafka.kill();
        try {
            assertThat(browser.post("/logout", "").statusCode()).isEqualTo(200);
            assertThat(waitingFor(sid)).isEqualTo("1");
        } finally {
            world.kafka.restart();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> knows(world.second, sid));
        await().until(() -> waitingFor(sid).equals("0"));
        assertThat(told(sid)).isPositive();
    }

    @Test
    void what_a_gateway_left_behind_is_told_by_another() {
        String sid = UUID.randomUUID().toString();
        world.database.change("insert into revocation (kind, id, at, claimed_until) values ('session', '" + sid
                + "', now(), '" + world.clock.instant().plusSeconds(1) + "')");

        await().atMost(Duration.ofSeconds(10)).until(() -> told(sid) == 1);
    }

    private boolean knows(URI gateway, String sid) {
        return world.bean(gateway, Endings.class).ofLogIn(sid);
    }

    private int told(String sid) {
        return topic.all(received -> received.key().equals("session:" + sid)).size();
    }

    private int waiting() {
        return Integer.parseInt(world.database.ask("select count(*) from revocation"));
    }

    private String waitingFor(String sid) {
        return world.database.ask("select count(*) from revocation where id = '" + sid + "'");
    }

    private static Map<String, Object> bearer(String sid) {
        return new HashMap<>(
                Map.of("typ", "Bearer", "sid", sid, "azp", "moorage-cli", "aud", List.of("moorage-gateway")));
    }
}
