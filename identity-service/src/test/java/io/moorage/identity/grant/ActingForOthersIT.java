package io.moorage.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import com.jayway.jsonpath.JsonPath;
import io.moorage.eventstore.Commands;
import io.moorage.identity.Guest;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A technician with access to somebody else's account, as Keycloak and the portal ask about them. */
@IdentityTest
class ActingForOthersIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final List<String> ONE_SERVER = List.of("10427");

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    Visitor customer;
    Visitor technician;
    Guest owner;
    String delegation;

    @BeforeEach
    void an_account_and_somebody_who_may_act_for_it() {
        customer = new Visitor(port);
        customer.asksFor(null);
        customer.accountOpens();
        await().atMost(SOON)
                .untilAsserted(
                        () -> customer.asksFor(customer.account).expectStatus().isOk());
        owner = new Guest(port, customer.id);
        technician = new Visitor(port);
        technician.asksFor(null);
        delegation = Delegation.id(customer.account, technician.id);
    }

    @Test
    void keycloak_is_told_what_the_delegation_gives_and_which_version_of_it() {
        Instant end = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);
        grant(ONE_SERVER, end);

        technician
                .asksFor(customer.account)
                .expectBody()
                .json("""
                {"account": "%s", "permissions": ["services:manage", "services:read"], "delegation": "%s", "version": 1,
                 "services": ["10427"], "apiToken": null, "own": false, "staff": false, "endsAt": "%s"}""".formatted(customer.account, delegation, end), JsonCompareMode.STRICT);
    }

    @Test
    void a_change_raises_the_version_and_a_revocation_takes_everything() {
        grant(Access.ALL, null);
        change("{\"permissions\": [\"services:read\"], \"services\": \"all\"}");

        technician
                .asksFor(customer.account)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.permissions.length()")
                .isEqualTo(1);

        remove();

        technician.asksFor(customer.account).expectStatus().isForbidden();
    }

    @Test
    void what_has_ended_gives_nothing_before_it_is_swept_up() {
        Instant past = Instant.now().minusSeconds(60);
        commands.send(new GrantDelegation(
                delegation,
                customer.account,
                technician.id,
                customer.id,
                new Access(List.of("services:read"), Access.ALL, past.plusSeconds(1)),
                past));

        technician.asksFor(customer.account).expectStatus().isForbidden();
    }

    @Test
    void two_seconds_after_a_change_a_captured_token_of_the_old_access_is_refused() {
        grant(Access.ALL, null);
        String old = captured(1);
        await().atMost(SOON).until(() -> status(old) == 200);

        change("{\"permissions\": [\"services:read\"], \"services\": \"all\"}");

        await().atMost(TWO_SECONDS).until(() -> status(old) == 401);
        assertThat(status(captured(2))).isEqualTo(200);

        remove();

        await().atMost(TWO_SECONDS).until(() -> status(captured(2)) == 401);
    }

    @Test
    void an_access_granted_anew_is_not_hit_by_the_end_of_the_one_before() {
        grant(Access.ALL, null);
        remove();
        grant(Access.ALL, null);

        technician.asksFor(customer.account).expectBody().jsonPath("$.version").isEqualTo(3);
        await().atMost(TWO_SECONDS).until(() -> status(captured(1)) == 401);
        assertThat(status(captured(3))).isEqualTo(200);
    }

    @Test
    void the_accounts_of_others_are_among_those_one_can_act_for() {
        grant(ONE_SERVER, null);

        String me = Guest.body(technician.me(technician.tokenWithoutAccount()));

        assertThat(JsonPath.<List<String>>read(me, "$.accounts[*].handle")).containsExactly(customer.account);
        assertThat(JsonPath.<String>read(me, "$.accounts[0].name")).isEqualTo("Camille Durand");
        assertThat(JsonPath.<Boolean>read(me, "$.accounts[0].own")).isFalse();
        assertThat(JsonPath.<List<String>>read(me, "$.accounts[0].services")).isEqualTo(ONE_SERVER);
        assertThat(JsonPath.<String>read(me, "$.accounts[0].delegation")).isEqualTo(delegation);

        remove();

        assertThat(JsonPath.<List<String>>read(
                        Guest.body(technician.me(technician.tokenWithoutAccount())), "$.accounts[*].handle"))
                .isEmpty();
    }

    private void grant(List<String> services, @Nullable Instant end) {
        commands.send(new GrantDelegation(
                delegation,
                customer.account,
                technician.id,
                customer.id,
                new Access(List.of("services:manage", "services:read"), services, end),
                Instant.now()));
    }

    private void change(String access) {
        owner.sends(PUT, "/users/" + technician.id, customer.account, access)
                .expectStatus()
                .isOk();
    }

    private void remove() {
        owner.sends(DELETE, "/users/" + technician.id, customer.account, null)
                .expectStatus()
                .isNoContent();
    }

    private String captured(int version) {
        return TestTokens.token(claims -> claims.subject(technician.id)
                .claim("account", customer.account)
                .claim("delegation_id", delegation)
                .claim("delegation_version", version));
    }

    private int status(String token) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .method(GET)
                .uri("/api/v1/delegations")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}
