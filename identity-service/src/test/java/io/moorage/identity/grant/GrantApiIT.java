package io.moorage.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.Permission;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.testkit.RealParts;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.json.JsonCompareMode;

@IdentityTest
class GrantApiIT {
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
    void until_the_own_account_is_open_nothing_is_granted() {
        visitor.asksFor(null).expectStatus().isOk().expectBody().json("""
                        {"account": null, "permissions": [], "delegation": null, "version": 0, "services": null, "apiToken": null, "own": true, "staff": false, "endsAt": null}""", JsonCompareMode.STRICT);
    }

    @Test
    void an_opened_account_is_its_owners() {
        opened(visitor);
        String permissions = String.join(
                "\", \"",
                Permission.ofOwner().stream().map(Permission::code).sorted().toList());
        String grant = """
                {"account": "%s", "permissions": ["%s"], "delegation": null, "version": 0, "services": null, "apiToken": null, "own": true, "staff": false, "endsAt": null}""".formatted(visitor.account, permissions);

        visitor.asksFor(null).expectStatus().isOk().expectBody().json(grant, JsonCompareMode.STRICT);
        visitor.asksFor(visitor.account).expectStatus().isOk().expectBody().json(grant, JsonCompareMode.STRICT);
    }

    @Test
    void somebody_elses_account_is_refused_as_one_that_does_not_exist() {
        Visitor other = opened(new Visitor(port));

        for (String asked : new String[] {other.account, "zz99999-mo", "", "' or true --"})
            visitor.asksFor(asked)
                    .expectStatus()
                    .isForbidden()
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("not-granted")
                    .jsonPath("$.title")
                    .isEqualTo("Pas d'accès à ce compte");
    }

    @Test
    void an_opening_told_twice_is_granted_once() {
        String event = UUID.randomUUID().toString();
        String sameFact = UUID.randomUUID().toString();
        visitor.accountOpens(event);
        visitor.accountOpens(event);
        visitor.accountOpens(sameFact);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sql.queryForObject(
                                "select count(*) from inbox where event_id in (?, ?)", Integer.class, event, sameFact))
                        .isEqualTo(2));
        assertThat(sql.queryForObject(
                        "select count(*) from event where aggregate_id = ?", Integer.class, visitor.account))
                .isEqualTo(1);
        assertThat(sql.queryForObject("select count(*) from parked_message", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user\": {\"login\": \"camille\"}, \"account\": null}",
                "{\"user\": {\"id\": \"\", \"login\": \"camille\"}}",
                "{\"user\": {\"id\": \"u-1\"}}",
                "[]",
                "nonsense"
            })
    void a_question_about_nobody_is_malformed(String json) {
        visitor.keycloakSends(json, RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-request");
    }

    @Test
    void somebody_of_whom_keycloak_knows_only_the_login_is_let_in() {
        visitor.keycloakSends(
                        "{\"user\": {\"id\": \"%s\", \"login\": \"bare\"}}".formatted(visitor.id),
                        RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isOk();

        visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET).expectBody().json("""
                        {"login": "bare", "email": "", "firstName": "", "lastName": "", "language": "en"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed"})
    void nobody_without_the_secret_is_answered(String secret) {
        visitor.keycloakSends(
                        "{\"user\": {\"id\": \"%s\", \"login\": \"x\"}, \"account\": null}".formatted(visitor.id),
                        secret)
                .expectStatus()
                .isUnauthorized();

        assertThat(sql.queryForObject("select count(*) from person where user_id = ?", Integer.class, visitor.id))
                .isZero();
    }

    private static Visitor opened(Visitor owner) {
        owner.accountOpens();
        await().atMost(SOON)
                .untilAsserted(() -> owner.asksFor(owner.account).expectStatus().isOk());
        return owner;
    }
}
