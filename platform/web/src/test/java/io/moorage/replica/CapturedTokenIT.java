package io.moorage.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** An account-scoped token that somebody got hold of and sends to the replicas themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CapturedTokenIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OLD = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestKafka kafka;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

    @BeforeAll
    void two_replicas() {
        kafka = TestKafka.startOwn();
        first = Replica.start(kafka.bootstrap());
        second = Replica.start(kafka.bootstrap());
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        first.close();
        second.close();
        kafka.close();
    }

    @Test
    void two_seconds_after_the_log_in_has_ended_every_replica_refuses_it() {
        String sid = UUID.randomUUID().toString();
        String captured = token(sid, OLD);
        String young = token(sid, Duration.ZERO);
        String anothers = token(UUID.randomUUID().toString(), OLD);
        for (var replica : List.of(first, second)) {
            await().atMost(SOON).until(() -> get(replica, captured).statusCode() == 200);
        }

        revoke(sid);

        for (var replica : List.of(first, second)) {
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> get(replica, captured).statusCode() == 401);
            assertThat(get(replica, young).body()).contains("\"code\":\"session-ended\"");
            assertThat(get(replica, anothers).statusCode()).isEqualTo(200);
        }
        assertThat(get(first, captured).headers().firstValue("www-authenticate"))
                .contains("Bearer error=\"invalid_token\", error_description=\"session-ended\"");
        assertThat(get(first, captured, "Accept-Language", "fr").body()).contains("Votre session a pris fin");
    }

    @Test
    void two_seconds_after_a_delegation_was_changed_every_replica_refuses_what_rests_on_the_old_one() {
        String delegation = UUID.randomUUID().toString();
        String captured = delegated(delegation, 1);
        String renewed = delegated(delegation, 2);
        for (var replica : List.of(first, second)) {
            await().atMost(SOON).until(() -> get(replica, captured).statusCode() == 200);
        }

        revoke("delegation", delegation + "/1");

        for (var replica : List.of(first, second)) {
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> get(replica, captured).statusCode() == 401);
            assertThat(get(replica, captured).body()).contains("\"code\":\"access-changed\"");
            assertThat(get(replica, renewed).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_is_limited_to_chosen_services_is_kept_from_what_shows_others() {
        String all = TestTokens.token(claims -> claims.claim("account", "xx11111-mo"));
        String limited =
                TestTokens.token(claims -> claims.claim("account", "xx11111-mo").claim("services", List.of("10427")));
        await().atMost(SOON).until(() -> get(first, all).statusCode() == 200);

        assertThat(call(first, "/api/v1/everything", all).statusCode()).isEqualTo(200);
        assertThat(call(first, "/api/v1/reach", all).body()).isEqualTo("true true");
        HttpResponse<String> refused = call(first, "/api/v1/everything", limited);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"limited-to-services\"");
        assertThat(call(first, "/api/v1/reach", limited).body()).isEqualTo("true false");
    }

    @Test
    void while_kafka_is_away_only_young_tokens_are_good_and_what_was_revoked_stays_so() throws Exception {
        String revoked = UUID.randomUUID().toString();
        revoke(revoked);
        String sid = UUID.randomUUID().toString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get(first, token(revoked, Duration.ZERO)).statusCode())
                        .isEqualTo(401));
        await().atMost(SOON).until(() -> get(first, token(sid, OLD)).statusCode() == 200);

        kafka.kill();
        try {
            await().atMost(Duration.ofSeconds(4))
                    .until(() -> get(first, token(sid, OLD)).statusCode() == 401);
            HttpResponse<String> tooOld = get(first, token(sid, Duration.ofSeconds(61)));
            assertThat(tooOld.body()).contains("\"code\":\"token-too-old\"");
            assertThat(tooOld.headers().firstValue("www-authenticate"))
                    .contains("Bearer error=\"invalid_token\", error_description=\"token-too-old\"");
            assertThat(get(first, token(sid, Duration.ofSeconds(30))).statusCode())
                    .isEqualTo(200);
            assertThat(get(first, token(revoked, Duration.ZERO)).body()).contains("session-ended");
            assertThat(readiness(first)).isEqualTo(200);
        } finally {
            kafka.restart();
        }

        await().atMost(SOON).until(() -> get(first, token(sid, OLD)).statusCode() == 200);
    }

    @Test
    void a_replica_that_starts_while_kafka_is_away_waits_a_while_and_takes_young_tokens_then() {
        String nowhere = "127.0.0.1:1";
        try (ConfigurableApplicationContext replica = Replica.start(nowhere)) {
            await().atMost(SOON).until(() -> readiness(replica) == 200);
            String sid = UUID.randomUUID().toString();
            assertThat(get(replica, token(sid, Duration.ZERO)).statusCode()).isEqualTo(200);
            assertThat(get(replica, token(sid, OLD)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void metrics_tell_how_much_is_known() {
        revoke(UUID.randomUUID().toString());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(call(first, "/actuator/prometheus", RealParts.INTERNAL_SECRET)
                                .body())
                        .containsPattern("moorage_revocations_age\\{?[^ ]* [0-9.E-]+\n")
                        .containsPattern("moorage_revocations_held\\{?[^ ]* [1-9]")
                        .contains("moorage_revocations_way_seconds{quantile=\"0.99\"}"));
    }

    private static String token(String sid, Duration age) {
        Instant issued = Instant.now().minus(age);
        return TestTokens.token(claims -> claims.claim("sid", sid)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(300))));
    }

    private static String delegated(String delegation, int version) {
        return TestTokens.token(
                claims -> claims.claim("delegation_id", delegation).claim("delegation_version", version));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext replica, String token, String... headers) {
        return call(replica, "/api/v1/greeting", token, headers);
    }

    private static int readiness(ConfigurableApplicationContext replica) {
        return send(HttpRequest.newBuilder(URI.create(Replica.address(replica) + "/actuator/health/readiness")))
                .statusCode();
    }

    private static HttpResponse<String> call(
            ConfigurableApplicationContext replica, String path, String bearer, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Replica.address(replica) + path))
                .header("Authorization", "Bearer " + bearer);
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void revoke(String sid) {
        revoke("session", sid);
    }

    /** As it is shipped. */
    private void revoke(String kind, String id) {
        String value = "{\"kind\":\"%s\",\"id\":\"%s\",\"at\":\"%s\"}".formatted(kind, id, Instant.now());
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Revocation.TOPIC, kind + ":" + id, value))
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
