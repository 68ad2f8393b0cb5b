package io.moorage.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.jayway.jsonpath.JsonPath;
import io.moorage.identity.Guest;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubMailRoom;
import io.moorage.identity.Visitor;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@IdentityTest
class InvitationApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String READ = "\"permissions\": [\"services:read\"], \"services\": \"all\"";
    private static final String MANAGER =
            "\"permissions\": [\"services:read\", \"users:manage\"], \"services\": \"all\"";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ExpireInvitations expiry;

    String account;
    Guest owner;
    Guest guest;

    @BeforeEach
    void an_owner_and_somebody_new() {
        Visitor visitor = new Visitor(port);
        visitor.asksFor(null);
        visitor.accountOpens();
        await().atMost(SOON)
                .untilAsserted(
                        () -> visitor.asksFor(visitor.account).expectStatus().isOk());
        account = visitor.account;
        owner = new Guest(port, visitor.id);
        guest = new Guest(port);
    }

    @AfterEach
    void the_mail_room_is_back() {
        StubMailRoom.isAway(false);
    }

    @Test
    void an_invitation_that_is_accepted_is_access_at_once() {
        String id = invited(READ);
        String token = guest.linkOfMail(1);

        guest.accepts(token)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.account")
                .isEqualTo(account)
                .jsonPath("$.name")
                .isEqualTo("Camille Durand")
                .jsonPath("$.services")
                .isEqualTo("all");

        as(owner, GET, "/users", null)
                .expectBody()
                .jsonPath("$.items[1].id")
                .isEqualTo(guest.id)
                .jsonPath("$.items[1].permissions[0]")
                .isEqualTo("services:read");
        as(owner, GET, "/invitations", null).expectBody().jsonPath("$.items").isEmpty();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(published(id)).containsExactly("InvitationSent", "InvitationAccepted");
            assertThat(published(guest.id)).contains("DelegationChanged");
        });
    }

    @Test
    void the_mail_says_who_invites_to_what_and_only_its_link_is_secret() {
        invited(READ);
        guest.linkOfMail(1);

        String mail = StubMailRoom.mails(guest.email).getFirst();
        assertThat(JsonPath.<String>read(mail, "$.template")).isEqualTo("invitation");
        assertThat(JsonPath.<String>read(mail, "$.language")).isEqualTo("fr");
        assertThat(JsonPath.<String>read(mail, "$.account")).isEqualTo(account);
        assertThat(JsonPath.<String>read(mail, "$.parameters.inviter")).isEqualTo("Camille Durand");
        assertThat(JsonPath.<Map<String, String>>read(mail, "$.secrets")).containsOnlyKeys("link");
    }

    @Test
    void neither_address_nor_link_is_in_an_event_and_the_link_only_as_a_hash_in_a_table() {
        String id = invited(READ);
        String token = guest.linkOfMail(1);
        guest.accepts(token).expectStatus().isOk();

        assertThat(sql.queryForList(
                        "select payload::text || metadata::text from event where payload::text like '%' || ? || '%'",
                        String.class, account))
                .isNotEmpty()
                .noneMatch(event -> event.contains(guest.email) || event.contains(token));
        assertThat(sql.queryForObject("select hash from invitation_link where invitation = ?", String.class, id))
                .isNotEqualTo(token)
                .isEqualTo(new Link(token).hash());
    }

    @Test
    void an_address_is_forgotten_once_its_invitation_is_accepted_or_withdrawn() {
        String accepted = invited(READ);
        guest.accepts(guest.linkOfMail(1)).expectStatus().isOk();
        guest = new Guest(port);
        String withdrawn = invited(READ);
        as(owner, DELETE, "/invitations/" + withdrawn, null).expectStatus().isNoContent();

        assertThat(sql.queryForObject(
                        "select count(*) from invitee where invitation in (?, ?)", Integer.class, accepted, withdrawn))
                .isZero();
    }

    @Test
    void whoever_logs_in_with_another_address_cannot_accept_it_and_it_stays_good() {
        invited(READ);
        String token = guest.linkOfMail(1);

        refused(new Guest(port).accepts(token), 403, "invitation-for-another-address");

        guest.accepts(token).expectStatus().isOk();
    }

    @Test
    void nothing_tells_whether_an_address_has_a_user() {
        Visitor registered = new Visitor(port);
        registered.asksFor(null, "registered-" + registered.id + "@example.eu");

        String known = invite("registered-" + registered.id + "@example.eu", READ);
        String unknown = invite("nobody-" + registered.id + "@example.eu", READ);

        assertThat(without(known)).isEqualTo(without(unknown));
    }

    @Test
    void it_is_accepted_once() {
        invited(READ);
        String token = guest.linkOfMail(1);
        guest.accepts(token).expectStatus().isOk();

        refused(guest.accepts(token), 409, "invitation-accepted");
    }

    @Test
    void of_many_acceptances_at_once_one_takes_effect() throws Exception {
        String id = invited(READ);
        String token = guest.linkOfMail(1);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 10)
                    .mapToObj(i -> senders.submit(() -> status(guest.accepts(token))))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(events(id, "InvitationAccepted")).isEqualTo(1);
    }

    @Test
    void two_invitations_accepted_at_once_give_one_access() throws Exception {
        invited(READ);
        String first = guest.linkOfMail(1);
        invited(MANAGER);
        String second = guest.linkOfMail(2);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = senders.submit(() -> status(guest.accepts(first)));
            var other = senders.submit(() -> status(guest.accepts(second)));
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
        as(owner, GET, "/users", null).expectBody().jsonPath("$.items.length()").isEqualTo(2);
    }

    @Test
    void an_acceptance_that_is_repeated_with_its_key_is_answered_as_the_first_time() {
        invited(READ);
        String json = "{\"token\": \"" + guest.linkOfMail(1) + "\"}";
        String key = UUID.randomUUID().toString();

        String first = Guest.body(guest.sends(POST, "/invitations/accept", null, json, key));
        String again = Guest.body(guest.sends(POST, "/invitations/accept", null, json, key));

        assertThat(again).isEqualTo(first).contains(account);
    }

    @Test
    void sent_again_it_has_a_new_link_and_the_old_one_is_dead() {
        String id = invited(READ);
        String old = guest.linkOfMail(1);

        as(owner, POST, "/invitations/" + id + "/resend", null).expectStatus().isOk();

        refused(guest.accepts(old), 404, "invitation-link-unknown");
        guest.accepts(guest.linkOfMail(2)).expectStatus().isOk();
    }

    @Test
    void withdrawn_it_cannot_be_accepted_nor_sent_again() {
        String id = invited(READ);
        String token = guest.linkOfMail(1);

        as(owner, DELETE, "/invitations/" + id, null).expectStatus().isNoContent();
        as(owner, DELETE, "/invitations/" + id, null).expectStatus().isNoContent();

        refused(guest.accepts(token), 409, "invitation-withdrawn");
        refused(as(owner, POST, "/invitations/" + id + "/resend", null), 409, "invitation-withdrawn");
    }

    @Test
    void what_nobody_accepts_in_time_expires() {
        Instant soon = Instant.now().plusMillis(1500);
        String id = invited(READ + ", \"endsAt\": \"" + soon + "\"");
        String token = guest.linkOfMail(1);
        await().atMost(SOON).until(() -> Instant.now().isAfter(soon));

        refused(guest.accepts(token), 409, "invitation-expired");
        expiry.sweep();

        as(owner, GET, "/invitations", null)
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("expired");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(id)).containsExactly("InvitationSent", "InvitationExpired"));
    }

    @Test
    void one_that_expired_is_withdrawn_and_its_address_forgotten_when_nobody_sends_it_again_in_a_month() {
        Instant soon = Instant.now().plusMillis(500);
        String id = invited(READ + ", \"endsAt\": \"" + soon + "\"");
        await().atMost(SOON).until(() -> Instant.now().isAfter(soon));
        expiry.sweep();

        expiredSince("29 days", id);
        expiry.sweep();
        assertThat(addresses(id)).isEqualTo(1);

        expiredSince("31 days", id);
        expiry.sweep();
        assertThat(addresses(id)).isZero();
        refused(as(owner, POST, "/invitations/" + id + "/resend", null), 409, "invitation-withdrawn");
        assertThat(events(id, "InvitationWithdrawn")).isEqualTo(1);
    }

    @Test
    void while_the_mail_room_is_away_the_mail_waits() {
        StubMailRoom.isAway(true);
        int before = StubMailRoom.turnedAway();
        invited(READ);
        await().atMost(SOON).until(() -> StubMailRoom.turnedAway() > before);

        StubMailRoom.isAway(false);

        guest.accepts(guest.linkOfMail(1)).expectStatus().isOk();
    }

    @Test
    void an_inviter_whose_rights_shrank_meanwhile_gives_nothing() {
        Guest manager = manager();
        guest = new Guest(port);
        as(manager, POST, "/invitations", wish(guest.email, MANAGER))
                .expectStatus()
                .isCreated();
        String token = guest.linkOfMail(1);

        as(owner, PUT, "/users/" + manager.id, "{\"permissions\": [\"users:manage\"], \"services\": \"all\"}")
                .expectStatus()
                .isOk();

        refused(guest.accepts(token), 409, "inviter-holds-less");
        as(owner, DELETE, "/users/" + manager.id, null).expectStatus().isNoContent();
        refused(guest.accepts(token), 409, "inviter-holds-less");
    }

    @Test
    void nobody_offers_more_than_they_hold_whatever_their_token_says() {
        Guest manager = manager();

        refused(
                as(manager, POST, "/invitations", wish("x@example.eu", READ.replace("services:read", "billing:pay"))),
                403,
                "not-yours-to-grant");

        as(owner, DELETE, "/users/" + manager.id, null).expectStatus().isNoContent();
        refused(as(manager, POST, "/invitations", wish("x@example.eu", READ)), 403, "not-permitted");
    }

    @Test
    void an_owner_is_not_given_what_is_theirs() {
        owner.sends(POST, "/invitations", account, wish(owner.email, READ))
                .expectStatus()
                .isCreated();

        refused(owner.accepts(owner.linkOfMail(1)), 422, "owner-has-all");
    }

    @Test
    void an_invitation_of_another_account_is_not_there() {
        String id = invited(READ);
        Visitor other = new Visitor(port);
        other.asksFor(null);
        other.accountOpens();
        await().atMost(SOON)
                .untilAsserted(() -> other.asksFor(other.account).expectStatus().isOk());
        Guest stranger = new Guest(port, other.id);

        for (var request : List.of("DELETE /invitations/" + id, "POST /invitations/" + id + "/resend")) {
            String[] parts = request.split(" ");
            refused(stranger.sends(HttpMethod.valueOf(parts[0]), parts[1], other.account, null), 404, "not-found");
        }
        stranger.sends(GET, "/invitations", other.account, null)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"permissions": ["services:read"], "services": "all"}                                                    | 422 | email-invalid
            {"email": "x", "permissions": ["services:read"], "services": "all"}                                      | 422 | email-invalid
            {"email": "a@b.eu,c@d.eu", "permissions": ["services:read"], "services": "all"}                          | 422 | email-invalid
            {"email": "a@b.eu\\nBcc: c@d.eu", "permissions": ["services:read"], "services": "all"}                   | 422 | email-invalid
            {"email": "a@b.eu", "services": "all"}                                                                   | 422 | permissions-empty
            {"email": "a@b.eu", "permissions": [], "services": "all"}                                                | 422 | permissions-empty
            {"email": "a@b.eu", "permissions": ["everything"], "services": "all"}                                    | 422 | permission-unknown
            {"email": "a@b.eu", "permissions": [null], "services": "all"}                                            | 422 | permission-unknown
            {"email": "a@b.eu", "permissions": ["services:read"]}                                                    | 422 | services-invalid
            {"email": "a@b.eu", "permissions": ["services:read"], "services": []}                                    | 422 | services-invalid
            {"email": "a@b.eu", "permissions": ["services:read"], "services": "none"}                                | 422 | services-invalid
            {"email": "a@b.eu", "permissions": ["services:read"], "services": ["all"]}                               | 422 | services-invalid
            {"email": "a@b.eu", "permissions": ["services:read"], "services": ["10427", "}{"]}                       | 422 | services-invalid
            {"email": "a@b.eu", "permissions": ["services:read"], "services": "all", "endsAt": "2020-01-01T00:00:00Z"} | 422 | end-in-past
            {"email": "a@b.eu", "permissions": ["customers:act"], "services": "all"}                                 | 403 | not-yours-to-grant
            {"email": "a@b.eu", "permissions": "services:read", "services": "all"}                                   | 400 | malformed-request
            {"email": "a@b.eu", "permissions": ["services:read"], "services": "all", "endsAt": "soon"}               | 400 | malformed-request
            """)
    void what_cannot_be_offered_is_refused_with_its_reason(String json, int status, String code) {
        String answer = Guest.body(as(owner, POST, "/invitations", json));

        assertThat(JsonPath.<Integer>read(answer, "$.status")).isEqualTo(status);
        assertThat(answer).contains("\"" + code + "\"");
        assertThat(sql.queryForObject("select count(*) from invitation where account = ?", Integer.class, account))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                       | 400 | malformed-request
            {"token": ""}            | 404 | invitation-link-unknown
            {"token": "guessed"}     | 404 | invitation-link-unknown
            """)
    void a_link_that_was_not_given_out_is_good_for_nothing(String json, int status, String code) {
        refused(guest.sends(POST, "/invitations/accept", null, json), status, code);
    }

    @Test
    void the_list_goes_on_where_its_cursor_says() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> (String) JsonPath.read(invite(i + guest.email, READ), "$.id"))
                .toList();

        String first = Guest.body(as(owner, GET, "/invitations?limit=2", null));
        String second =
                Guest.body(as(owner, GET, "/invitations?limit=2&cursor=" + JsonPath.read(first, "$.next"), null));

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id")).containsExactly(ids.get(0));
    }

    private Guest manager() {
        invited(MANAGER);
        guest.accepts(guest.linkOfMail(1)).expectStatus().isOk();
        return guest;
    }

    /** The guest, by the owner. */
    private String invited(String access) {
        return JsonPath.read(invite(guest.email, access), "$.id");
    }

    private String invite(String email, String access) {
        return Guest.body(as(owner, POST, "/invitations", wish(email, access)));
    }

    private static String wish(String email, String access) {
        return "{\"email\": \"" + email + "\", " + access + "}";
    }

    private ResponseSpec as(Guest who, HttpMethod method, String path, @Nullable String json) {
        return who.sends(method, path, account, json);
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    /** Without what differs between any two. */
    private static String without(String invitation) {
        return invitation.replaceAll("(registered|nobody)-", "").replaceAll("\"(id|sentAt|expiresAt)\":\"[^\"]*\"", "");
    }

    private void expiredSince(String time, String id) {
        sql.update("update invitation set expires_at = now() - ?::interval where id = ?", time, id);
    }

    private int addresses(String id) {
        Integer found = sql.queryForObject("select count(*) from invitee where invitation = ?", Integer.class, id);
        return found == null ? 0 : found;
    }

    private int events(String aggregate, String type) {
        Integer found = sql.queryForObject(
                "select count(*) from event where aggregate_id = ? and type = ?", Integer.class, aggregate, type);
        return found == null ? 0 : found;
    }

    /** The types of what was told about something, in order. */
    private static List<String> published(String about) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.identity")
                .all(event -> event.value().contains(about)).stream()
                        .map(event -> event.attributes().get("type"))
                        .map(type -> type.split("\\.")[3])
                        .toList();
    }
}
