package io.moorage.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.ApiTokenText;
import io.moorage.contracts.revocation.Revocation;
import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.EventStream;
import io.moorage.gateway.testing.World;
import io.moorage.revocations.RevocationWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A script that comes with an API token. */
class ApiTokenIT {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String PATH = "/api/v1/me/of-a-script";

    private final World world = World.get();
    private final String id = UUID.randomUUID().toString();
    private final String token = ApiTokenText.fresh(new SecureRandom());
    private final String bearer = "Bearer " + token;

    @BeforeEach
    void a_good_token() {
        world.keycloak.apiTokens.put(token, id);
    }

    @AfterEach
    void forget() {
        world.keycloak.apiTokens.clear();
    }

    @Test
    void it_is_redeemed_once_and_no_service_sees_it() {
        int before = world.keycloak.exchanges.get();

        assertThat(get(world.first)).isEqualTo(200);
        assertThat(get(world.first)).isEqualTo(200);

        assertThat(world.keycloak.exchanges.get()).isEqualTo(before + 1);
        assertThat(world.identity.last().header("Authorization"))
                .startsWith("Bearer ey")
                .doesNotContain(token);
    }

    @Test
    void it_needs_no_cookie_and_no_confirmation_for_changes() {
        assertThat(new Browser(world.first)
                        .post(PATH, "{}", "Authorization", bearer, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_that_is_unknown_is_no_log_in_and_another_account_is_not_its() {
        world.keycloak.apiTokens.clear();
        assertThat(get(world.first)).isEqualTo(401);
        world.keycloak.apiTokens.put(token, id);
        assertThat(new Browser(world.first)
                        .get(PATH, "Authorization", bearer, "Moorage-Account", "zz22222-mo")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void guesses_are_refused_without_asking_anybody() {
        int before = world.keycloak.exchanges.get();
        Random random = new Random(20261127);
        for (int i = 0; i < 500; i++) {
            StringBuilder guess = new StringBuilder("mo_");
            random.ints(49, 0, 36).forEach(n -> guess.append(Integer.toString(n, 36)));
            assertThat(new Browser(world.first)
                            .get(PATH, "Authorization", "Bearer " + guess)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(world.keycloak.exchanges.get()).isEqualTo(before);
    }

    @Test
    void as_it_is_revoked_its_streams_end_and_it_is_good_for_nothing_on_every_gateway() throws Exception {
        world.events.ready(world);
        for (URI gateway : List.of(world.first, world.second))
            assertThat(get(gateway)).isEqualTo(200);
        EventStream here = new EventStream(new Browser(world.first), "Authorization", bearer);
        EventStream there = new EventStream(new Browser(world.second), "Authorization", bearer);

        world.keycloak.apiTokens.clear();
        try (RevocationWriter writer = RevocationWriter.open(world.kafka.bootstrap())) {
            writer.write(List.of(new Revocation(Revocation.API_TOKEN, id, Instant.now())));
        }

        await().atMost(SOON).until(() -> here.ended() && there.ended());
        for (URI gateway : List.of(world.first, world.second))
            await().atMost(SOON).until(() -> get(gateway) == 401);
    }

    private int get(URI gateway) {
        return new Browser(gateway).get(PATH, "Authorization", bearer).statusCode();
    }
}
