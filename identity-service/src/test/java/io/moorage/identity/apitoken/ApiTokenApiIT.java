package io.moorage.identity.apitoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.jayway.jsonpath.JsonPath;
import io.moorage.contracts.ApiTokenText;
import io.moorage.eventstore.Commands;
import io.moorage.identity.Guest;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@IdentityTest
class ApiTokenApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Commands commands;

    String account;
    Guest owner;

    @BeforeEach
    void an_account() {
        Visitor visitor = opened();
        account = visitor.account;
        owner = new Guest(port, visitor.id);
    }

    private Visitor opened() {
        Visitor visitor = new Visitor(port);
        visitor.asksFor(null);
        visitor.accountOpens();
        await().atMost(SOON)
                .untilAsserted(
                        () -> visitor.asksFor(visitor.account).expectStatus().isOk());
        return visitor;
    }

    @Test
    void a_token_is_shown_once_and_stands_nowhere() {
        ResponseSpec answer = owner.sends(POST, "/api-tokens", account, wish("Night job", "services:read"));
        answer.expectStatus().isCreated();
        String created = Guest.body(answer);
        String token = JsonPath.read(created, "$.token");

        assertThat(ApiTokenText.isWellFormed(token)).isTrue();
        String listed = Guest.body(owner.sends(GET, "/api-tokens", account, null));
        assertThat(JsonPath.<String>read(listed, "$.items[0].id")).isEqualTo(JsonPath.read(created, "$.id"));
        assertThat(listed).contains("Night job").doesNotContain(token);
        for (String table : List.of("api_token", "api_token_secret", "event", "request_key"))
            assertThat(sql.queryForObject(
                            "select count(*) from " + table + " t where t::text like ?",
                            Integer.class,
                            "%" + token + "%"))
                    .as(table)
                    .isZero();
        assertThat(sql.queryForObject("select count(*) from event t where t::text like '%Night job%'", Integer.class))
                .isZero();
    }

    @Test
    void repeated_under_its_key_it_is_the_same_one_without_the_secret() {
        String key = UUID.randomUUID().toString();
        String wish = wish("a", "services:read");
        String first = Guest.body(owner.sends(POST, "/api-tokens", account, wish, key));
        String again = Guest.body(owner.sends(POST, "/api-tokens", account, wish, key));

        assertThat(JsonPath.<String>read(again, "$.id")).isEqualTo(JsonPath.read(first, "$.id"));
        assertThat(again).doesNotContain("mo_");
        assertThat(JsonPath.<List<?>>read(Guest.body(owner.sends(GET, "/api-tokens", account, null)), "$.items"))
                .hasSize(1);
    }

    @Test
    void keycloak_is_told_whom_a_token_stands_for_and_what_it_is_good_for_now() {
        String token = create(owner, "billing:read", "services:read");

        String grant = Guest.body(redeems(token, null).expectStatus().isOk());

        assertThat(JsonPath.<String>read(grant, "$.userId")).isEqualTo(owner.id);
        assertThat(JsonPath.<String>read(grant, "$.grant.account")).isEqualTo(account);
        assertThat(JsonPath.<List<String>>read(grant, "$.grant.permissions"))
                .containsExactly("billing:read", "services:read");
        assertThat(JsonPath.<String>read(grant, "$.grant.apiToken")).isEqualTo(idOf(owner));
        redeems(token, account).expectStatus().isOk();
        redeems(token, "zz99999-mo").expectStatus().isForbidden();
        assertThat(Guest.body(owner.sends(GET, "/api-tokens", account, null))).contains("\"lastUsedAt\"");
    }

    @Test
    void what_its_creator_loses_it_loses() {
        Guest technician = delegate("services:manage", "services:read");
        String token = create(technician, "services:manage", "services:read");

        change(technician, "{\"permissions\": [\"services:read\"], \"services\": [\"10427\"]}");

        String grant = Guest.body(redeems(token, null).expectStatus().isOk());
        assertThat(JsonPath.<List<String>>read(grant, "$.grant.permissions")).containsExactly("services:read");
        assertThat(JsonPath.<List<String>>read(grant, "$.grant.services")).containsExactly("10427");
        assertThat(JsonPath.<Integer>read(grant, "$.grant.version")).isEqualTo(2);

        owner.sends(DELETE, "/users/" + technician.id, account, null)
                .expectStatus()
                .isNoContent();

        redeems(token, null).expectStatus().isForbidden();
    }

    @Test
    void nobody_puts_into_it_what_they_do_not_hold() {
        Guest technician = delegate("services:read");

        refused(technician.sends(POST, "/api-tokens", account, wish("a", "billing:pay")), 403, "not-yours-to-grant");
    }

    @Test
    void a_revoked_one_is_good_for_nothing_within_two_seconds() {
        String token = create(owner, "services:read");
        String id = idOf(owner);
        String captured = tokenOf(id, "services:read");
        await().atMost(SOON).until(() -> status(captured, GET, "/me") == 200);

        owner.sends(DELETE, "/api-tokens/" + id, account, null).expectStatus().isNoContent();

        redeems(token, null).expectStatus().isNotFound();
        await().atMost(TWO_SECONDS).until(() -> status(captured, GET, "/me") == 401);
        assertThat(Guest.body(owner.sends(GET, "/api-tokens", account, null))).contains("\"items\":[]");
    }

    @Test
    void another_users_is_not_there() {
        create(owner, "services:read");
        Guest technician = delegate("services:read");

        assertThat(Guest.body(technician.sends(GET, "/api-tokens", account, null)))
                .contains("\"items\":[]");
        refused(technician.sends(DELETE, "/api-tokens/" + idOf(owner), account, null), 404, "not-found");
    }

    @Test
    void expired_unknown_and_mistyped_ones_are_none() {
        String expiring = create(owner, "services:read");
        sql.update("update api_token set ends_at = now() - interval '1 second' where account = ?", account);

        redeems(expiring, null).expectStatus().isNotFound();
        redeems(ApiTokenText.fresh(new SecureRandom()), null).expectStatus().isNotFound();
        redeems("mo_' or true --", null).expectStatus().isNotFound();
    }

    @Test
    void with_an_api_token_nobody_makes_another_or_acts_for_themselves() {
        String caller = tokenOf("t-1", "services:read", "users:manage");

        for (String path : List.of("/api-tokens", "/invitations/accept"))
            assertThat(status(caller, POST, path)).as(path).isEqualTo(403);
        for (String path : List.of("/api-tokens", "/me/security", "/me/sessions", "/delegations"))
            assertThat(status(caller, GET, path)).as(path).isEqualTo(403);
        assertThat(status(caller, DELETE, "/me/sessions/s-1")).isEqualTo(403);
        assertThat(status(caller, DELETE, "/delegations/" + UUID.randomUUID())).isEqualTo(403);
        assertThat(status(caller, GET, "/me")).isEqualTo(200);
        assertThat(status(caller, GET, "/users")).isEqualTo(200);
    }

    @Test
    void it_knows_of_its_own_account_only_and_of_what_it_holds_there() {
        String other = opened().account;
        commands.send(new GrantDelegation(
                Delegation.id(other, owner.id),
                other,
                owner.id,
                "u-other",
                new Access(List.of("services:read"), Access.ALL, null),
                Instant.now()));

        String me = Guest.body(http().method(GET)
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(tokenOf("t-1", "services:read")))
                .exchange());

        assertThat(JsonPath.<List<String>>read(me, "$.accounts[*].handle")).containsExactly(account);
        assertThat(JsonPath.<List<String>>read(me, "$.accounts[0].permissions")).containsExactly("services:read");
    }

    @Test
    void an_api_token_gives_others_no_more_than_it_holds() {
        Guest technician = delegate("services:read");
        String caller = tokenOf("t-1", "services:read", "users:manage");

        ResponseSpec answer = http().method(HttpMethod.PUT)
                .uri("/api/v1/users/" + technician.id)
                .headers(headers -> headers.setBearerAuth(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"permissions\": [\"billing:pay\"], \"services\": \"all\"}")
                .exchange();

        refused(answer, 403, "not-yours-to-grant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"permissions\": [\"services:read\"], \"services\": \"all\", \"expiresAt\": \"2026-12-31T00:00:00Z\"} | name-missing",
                "{\"name\": \" \", \"permissions\": [\"services:read\"], \"services\": \"all\", \"expiresAt\": \"2026-12-31T00:00:00Z\"} | name-missing",
                "{\"name\": \"a\", \"permissions\": [\"services:read\"], \"services\": \"all\"} | expiry-missing",
                "{\"name\": \"a\", \"permissions\": [\"services:read\"], \"services\": \"all\", \"expiresAt\": \"2020-01-01T00:00:00Z\"} | end-in-past",
                "{\"name\": \"a\", \"permissions\": [\"services:read\"], \"services\": \"all\", \"expiresAt\": \"2099-01-01T00:00:00Z\"} | expiry-too-late",
                "{\"name\": \"a\", \"permissions\": [], \"services\": \"all\", \"expiresAt\": \"SOON\"} | permissions-empty",
                "{\"name\": \"a\", \"permissions\": [\"everything\"], \"services\": \"all\", \"expiresAt\": \"SOON\"} | permission-unknown",
                "{\"name\": \"a\", \"permissions\": [\"services:read\"], \"services\": [], \"expiresAt\": \"SOON\"} | services-invalid"
            })
    void what_is_wrong_with_a_wish_is_said_at_its_place(String json, String code) {
        String body = json.replace("SOON", soon().toString());

        owner.sends(POST, "/api-tokens", account, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private static String wish(String name, String... permissions) {
        return "{\"name\": \"%s\", \"permissions\": [\"%s\"], \"services\": \"all\", \"expiresAt\": \"%s\"}"
                .formatted(name, String.join("\", \"", permissions), soon());
    }

    private String create(Guest user, String... permissions) {
        return JsonPath.read(
                Guest.body(user.sends(POST, "/api-tokens", account, wish("a", permissions))
                        .expectStatus()
                        .isCreated()),
                "$.token");
    }

    private String idOf(Guest user) {
        return JsonPath.read(Guest.body(user.sends(GET, "/api-tokens", account, null)), "$.items[0].id");
    }

    private Guest delegate(String... permissions) {
        Visitor visitor = new Visitor(port);
        visitor.asksFor(null);
        commands.send(new GrantDelegation(
                Delegation.id(account, visitor.id),
                account,
                visitor.id,
                owner.id,
                new Access(List.of(permissions), Access.ALL, null),
                Instant.now()));
        return new Guest(port, visitor.id);
    }

    private void change(Guest user, String access) {
        owner.sends(HttpMethod.PUT, "/users/" + user.id, account, access)
                .expectStatus()
                .isOk();
    }

    /** As Keycloak asks. */
    private ResponseSpec redeems(String token, @Nullable String wanted) {
        return http().post()
                .uri("/internal/api-token-grants")
                .headers(headers -> headers.setBearerAuth(RealParts.INTERNAL_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"token\": \"%s\", \"account\": %s}"
                        .formatted(token, wanted == null ? "null" : "\"" + wanted + "\""))
                .exchange();
    }

    /** As Keycloak signs one for an API token of the owner's. */
    private String tokenOf(String apiToken, String... permissions) {
        return TestTokens.token(claims -> claims.subject(owner.id)
                .claim("account", account)
                .claim("permissions", List.of(permissions))
                .claim("api_token_id", apiToken));
    }

    private int status(String bearer, HttpMethod method, String path) {
        var request = http().method(method).uri("/api/v1" + path).headers(headers -> headers.setBearerAuth(bearer));
        if (method == POST) request.contentType(MediaType.APPLICATION_JSON).body("{}");
        return request.exchange().returnResult().getStatus().value();
    }

    private RestTestClient http() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
