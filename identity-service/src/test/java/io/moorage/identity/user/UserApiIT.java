package io.moorage.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@IdentityTest
class UserApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Visitor visitor;

    @BeforeEach
    void somebody_new() {
        visitor = new Visitor(port);
    }

    @Test
    void somebody_seen_for_the_first_time_is_registered_and_the_others_are_told() {
        visitor.asksFor(null).expectStatus().isOk();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new TestTopic(TestKafka.sharedBootstrap(), "moorage.identity")
                                .all(event -> event.key().equals(visitor.id)))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.attributes())
                                    .containsEntry("type", "io.moorage.identity.UserRegistered.v1")
                                    .containsEntry("subject", visitor.id)
                                    .containsEntry("actor", visitor.id);
                            assertThat(event.value()).isEqualTo("{\"userId\":\"" + visitor.id + "\"}");
                        }));
    }

    @Test
    void somebody_who_comes_fifty_times_at_once_is_registered_once_and_always_answered() throws Exception {
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> askers.submit(() -> visitor.asksFor(null)
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value()))
                    .toList();
            for (var answer : answers) assertThat(answer.get()).isEqualTo(200);
        }

        assertThat(count("select count(*) from event where aggregate_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from person where user_id = ?")).isEqualTo(1);
    }

    @Test
    void the_services_can_ask_who_somebody_is() {
        visitor.asksFor(null);

        visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"id": "%s", "login": "camille", "email": "camille@example.eu",
                         "firstName": "Camille", "lastName": "Durand", "language": "fr"}""".formatted(visitor.id));
    }

    @Test
    void what_keycloak_says_anew_replaces_what_it_said_before_and_is_no_event() {
        visitor.asksFor(null);

        visitor.asksFor(null, "new@example.eu").expectStatus().isOk();

        visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET)
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo("new@example.eu");
        assertThat(count("select count(*) from event where aggregate_id = ?")).isEqualTo(1);
    }

    @Test
    void somebody_known_costs_no_write() {
        visitor.asksFor(null);
        String before = version();

        visitor.asksFor(null).expectStatus().isOk();

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void somebody_erased_is_unknown_until_they_come_again_and_never_registered_twice() {
        visitor.asksFor(null);
        sql.update("delete from person where user_id = ?", visitor.id);
        visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET).expectStatus().isNotFound();

        visitor.asksFor(null).expectStatus().isOk();

        visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET).expectStatus().isOk();
        assertThat(count("select count(*) from event where aggregate_id = ?")).isEqualTo(1);
    }

    @Test
    void no_event_holds_anything_about_the_person() {
        visitor.asksFor(null);

        String stored = sql.queryForObject(
                "select payload::text || metadata::text from event where aggregate_id = ?", String.class, visitor.id);
        assertThat(stored).doesNotContainIgnoringCase("camille").doesNotContainIgnoringCase("durand");
    }

    @Test
    void an_unknown_user_is_not_found() {
        visitor.dataOf("nobody", RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    @Test
    void nobody_without_the_secret_learns_who_somebody_is() {
        visitor.asksFor(null);

        visitor.dataOf(visitor.id, "guessed").expectStatus().isUnauthorized();
        visitor.dataOf(visitor.id, TestTokens.owner("xx11111-mo", "account:manage"))
                .expectStatus()
                .isUnauthorized();
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class, visitor.id);
        return found == null ? 0 : found;
    }

    /** The transaction that last wrote the row. */
    private String version() {
        return String.valueOf(
                sql.queryForObject("select xmin::text from person where user_id = ?", String.class, visitor.id));
    }
}
