package io.moorage.identity.delegation;

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
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@IdentityTest
class UsersApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ALL_SERVICES = "{\"permissions\": [\"%s\"], \"services\": \"all\"}";

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    @Autowired
    EndDelegations end;

    String account;
    Guest owner;
    Guest manager;
    Guest technician;

    @BeforeEach
    void an_account_with_a_manager_of_its_users_and_a_technician() {
        Visitor visitor = new Visitor(port);
        visitor.asksFor(null);
        visitor.accountOpens();
        await().atMost(SOON)
                .untilAsserted(
                        () -> visitor.asksFor(visitor.account).expectStatus().isOk());
        account = visitor.account;
        owner = new Guest(port, visitor.id);
        manager = delegate(null, "services:manage", "services:read", "users:manage");
        technician = delegate(null, "services:read");
    }

    @Test
    void the_list_begins_with_the_owner_and_goes_on_where_its_cursor_says() {
        String first = Guest.body(owner.sends(GET, "/users?limit=2", account, null));
        String second =
                Guest.body(owner.sends(GET, "/users?limit=2&cursor=" + JsonPath.read(first, "$.next"), account, null));

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id")).containsExactly(owner.id, manager.id);
        assertThat(JsonPath.<List<Boolean>>read(first, "$.items[*].owner")).containsExactly(true, false);
        assertThat(JsonPath.<String>read(first, "$.items[0].name")).isEqualTo("Camille Durand");
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id")).containsExactly(technician.id);
        assertThat(second).doesNotContain("\"next\"");
    }

    @Test
    void it_says_when_somebody_last_acted_for_the_account() {
        Instant before = Instant.now();
        assertThat(JsonPath.<List<Object>>read(
                        Guest.body(owner.sends(GET, "/users", account, null)),
                        "$.items[?(@.id == '" + technician.id + "')].lastUsedAt"))
                .isEmpty();

        new Visitor(port)
                .keycloakSends("""
                        {"user": {"id": "%s", "login": "tina"}, "account": "%s"}""".formatted(technician.id, account), RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isOk();

        List<String> lastUsed = JsonPath.read(
                Guest.body(owner.sends(GET, "/users", account, null)),
                "$.items[?(@.id == '" + technician.id + "')].lastUsedAt");
        assertThat(lastUsed)
                .singleElement()
                .satisfies(at -> assertThat(Instant.parse(at)).isAfterOrEqualTo(before.truncatedTo(ChronoUnit.MILLIS)));
    }

    @ParameterizedTest
    @CsvSource({"cursor=nonsense", "cursor=YWJj", "cursor=bm93IHUtMQ"})
    void a_cursor_that_was_not_given_out_is_refused(String query) {
        refused(owner.sends(GET, "/users?" + query, account, null), 400, "cursor-invalid");
    }

    @Test
    void a_change_counts_at_once_and_others_are_told_the_whole_of_it() {
        change(
                        owner,
                        technician,
                        "{\"permissions\": [\"services:read\", \"services:manage\"], \"services\": [\"10427\"]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.permissions.length()")
                .isEqualTo(2)
                .jsonPath("$.services[0]")
                .isEqualTo("10427");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(technician).getLast())
                        .contains("\"permissions\":[\"services:manage\",\"services:read\"]")
                        .contains("\"services\":[\"10427\"]")
                        .contains("\"version\":2"));
    }

    @Test
    void a_manager_gives_what_they_hold_and_nothing_else() {
        change(manager, technician, ALL_SERVICES.formatted("services:manage"))
                .expectStatus()
                .isOk();

        refused(change(manager, technician, ALL_SERVICES.formatted("billing:pay")), 403, "not-yours-to-grant");
    }

    @Test
    void nobody_widens_their_own_access() {
        refused(change(manager, manager, ALL_SERVICES.formatted("billing:pay")), 403, "own-access");
    }

    @Test
    void a_manager_who_no_longer_is_one_changes_nothing_although_their_token_says_so() {
        change(owner, manager, ALL_SERVICES.formatted("services:read"))
                .expectStatus()
                .isOk();

        refused(change(manager, technician, ALL_SERVICES.formatted("services:read")), 403, "not-permitted");
        refused(manager.sends(DELETE, "/users/" + technician.id, account, null), 403, "not-permitted");
    }

    @Test
    void the_owner_can_neither_be_changed_nor_removed() {
        refused(change(manager, owner, ALL_SERVICES.formatted("services:read")), 422, "owner-has-all");
        refused(manager.sends(DELETE, "/users/" + owner.id, account, null), 422, "owner-has-all");
        refused(owner.sends(DELETE, "/users/" + owner.id, account, null), 422, "owner-has-all");
    }

    @Test
    void whoever_is_removed_is_gone_at_once_and_others_are_told() {
        owner.sends(DELETE, "/users/" + technician.id, account, null)
                .expectStatus()
                .isNoContent();
        owner.sends(DELETE, "/users/" + technician.id, account, null)
                .expectStatus()
                .isNoContent();

        assertThat(users()).containsExactly(owner.id, manager.id);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(told(technician).getLast()).contains("\"reason\":\"revoked\"", "\"version\":2"));
    }

    @Test
    void somebody_without_access_is_not_there_to_be_changed_or_removed() {
        Guest stranger = new Guest(port);

        refused(change(owner, stranger, ALL_SERVICES.formatted("services:read")), 404, "not-found");
        refused(owner.sends(DELETE, "/users/" + stranger.id, account, null), 404, "not-found");
    }

    @Test
    void a_user_sees_whom_they_may_act_for_and_leaves() {
        String mine = Guest.body(technician.sends(GET, "/delegations", null, null));
        assertThat(JsonPath.<List<String>>read(mine, "$.items[*].account")).containsExactly(account);
        assertThat(JsonPath.<String>read(mine, "$.items[0].name")).isEqualTo("Camille Durand");
        String id = JsonPath.read(mine, "$.items[0].id");

        refused(manager.sends(DELETE, "/delegations/" + id, null, null), 404, "not-found");
        technician
                .sends(DELETE, "/delegations/" + id, null, null)
                .expectStatus()
                .isNoContent();

        technician
                .sends(GET, "/delegations", null, null)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        assertThat(users()).containsExactly(owner.id, manager.id);
    }

    @Test
    void an_access_that_ends_is_over_from_that_moment_and_then_said_to_be() {
        Guest temporary = delegate(Instant.now().minusSeconds(1), "services:read", "users:manage");

        assertThat(users()).doesNotContain(temporary.id);
        refused(change(temporary, technician, ALL_SERVICES.formatted("services:read")), 403, "not-permitted");
        temporary
                .sends(GET, "/delegations", null, null)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();

        end.sweep();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(temporary).getLast()).contains("\"reason\":\"ended\""));
    }

    @Test
    void the_users_are_shown_to_whoever_manages_them_only() {
        String reader = TestTokens.token(claims ->
                claims.subject(technician.id).claim("account", account).claim("permissions", List.of("services:read")));

        for (String path : List.of("/users", "/permission-sets"))
            refused(
                    RestTestClient.bindToServer()
                            .baseUrl("http://127.0.0.1:" + port)
                            .build()
                            .get()
                            .uri("/api/v1" + path)
                            .headers(headers -> headers.setBearerAuth(reader))
                            .exchange(),
                    403,
                    "not-permitted");
    }

    @Test
    void the_ready_made_sets_are_offered() {
        owner.sends(GET, "/permission-sets", account, null)
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("technician")
                .jsonPath("$.items[?(@.name == 'security-specialist')].forChosenServices")
                .isEqualTo(true);
    }

    private Guest delegate(@Nullable Instant endsAt, String... permissions) {
        Guest delegate = new Guest(port);
        commands.send(new GrantDelegation(
                Delegation.id(account, delegate.id),
                account,
                delegate.id,
                owner.id,
                new Access(List.of(permissions), Access.ALL, endsAt),
                Instant.now()));
        return delegate;
    }

    private ResponseSpec change(Guest who, Guest whom, String json) {
        return who.sends(PUT, "/users/" + whom.id, account, json);
    }

    private List<String> users() {
        return JsonPath.read(Guest.body(owner.sends(GET, "/users", account, null)), "$.items[*].id");
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    /** What others were told of a user's access to the account, in order. */
    private List<String> told(Guest user) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.identity")
                .all(event -> event.key().equals(Delegation.id(account, user.id))).stream()
                        .map(TestTopic.Received::value)
                        .toList();
    }
}
