package io.moorage.account.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.account.AccountServiceTest;
import io.moorage.contracts.Uuid7;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@AccountServiceTest
class NoticesApiIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    final String account = "no-" + Uuid7.next();

    @Test
    void each_user_reads_for_themselves() {
        Reader owner = user("u-1");
        Reader delegate = user("u-2");
        UUID first = insert(account, Duration.ofMinutes(2));
        UUID second = insert(account, Duration.ofMinutes(1));

        owner.reads("{\"ids\": [\"%s\"]}".formatted(first)).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(unread(owner)).isEqualTo(1);
        assertThat(unread(delegate)).isEqualTo(2);
        owner.notices("").expectBody().json("""
                {"items": [{"id": "%s", "read": false}, {"id": "%s", "read": true}]}""".formatted(second, first));
        assertThat(ids(owner, "?unread=true")).containsExactly(second.toString());
        assertThat(ids(delegate, "?unread=true")).containsExactly(second.toString(), first.toString());
    }

    @Test
    void who_is_limited_to_chosen_services_sees_what_is_about_these() {
        UUID shown = insert(account, Duration.ofMinutes(3));
        sql.update(
                "update notice set code = 'server-overdue', parameters = '{\"server\": \"10427\"}' where id = ?",
                shown);
        insert(account, Duration.ofMinutes(2));
        UUID other = insert(account, Duration.ofMinutes(1));
        sql.update(
                "update notice set code = 'server-overdue', parameters = '{\"server\": \"10428\"}' where id = ?",
                other);

        Reader limited = Reader.limitedTo(List.of("10427"), port, account);

        assertThat(ids(limited, "")).containsExactly(shown.toString());
        assertThat(unread(limited)).isEqualTo(1);
        assertThat(ids(user("u-1"), "")).hasSize(3);
    }

    @Test
    void reading_all_reads_old_and_new_and_nothing_that_comes_after() {
        Reader owner = user("u-1");
        UUID old = insert(account, Duration.ofDays(3));
        UUID recent = insert(account, Duration.ofMinutes(1));

        owner.reads("{\"all\": true}").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        UUID later = insert(account, Duration.ZERO);

        assertThat(ids(owner, "?unread=true")).containsExactly(later.toString());
        assertThat(unread(owner)).isEqualTo(1);
        assertThat(unread(user("u-2"))).isEqualTo(3);
        assertThat(sql.queryForList(
                        "select notice from notice_read where user_id = 'u-1' and notice in (?, ?)",
                        UUID.class,
                        old,
                        recent))
                .containsExactly(recent);
    }

    @Test
    void a_notice_that_was_being_added_while_all_were_read_stays_unread() {
        Reader owner = user("u-1");
        UUID begunBefore = Uuid7.next();
        insert(account, Duration.ofMinutes(1));

        owner.reads("{\"all\": true}");
        insert(account, begunBefore, Instant.now());

        assertThat(ids(owner, "?unread=true")).containsExactly(begunBefore.toString());
    }

    @Test
    void reading_again_and_at_once_changes_nothing() throws Exception {
        Reader owner = user("u-1");
        UUID notice = insert(account, Duration.ZERO);

        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> tabs.submit(() -> owner.reads(
                                    i % 2 == 0
                                            ? "{\"all\": true}"
                                            : "{\"ids\": [\"%s\", \"%s\"]}".formatted(notice, notice))
                            .expectBody()
                            .returnResult()
                            .getStatus()))
                    .toList();
            for (var answer : answers) assertThat(answer.get()).isEqualTo(HttpStatus.NO_CONTENT);
        }

        assertThat(unread(owner)).isZero();
    }

    @Test
    void another_accounts_notice_is_not_found_and_nothing_is_read() {
        Reader owner = user("u-1");
        UUID mine = insert(account, Duration.ZERO);
        UUID theirs = insert("no-" + Uuid7.next(), Duration.ZERO);

        for (String other : List.of(theirs.toString(), Uuid7.next().toString(), "nonsense"))
            owner.reads("{\"ids\": [\"%s\", \"%s\"]}".formatted(mine, other))
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("not-found");

        assertThat(unread(owner)).isEqualTo(1);
        assertThat(ids(owner, "")).containsExactly(mine.toString());
    }

    @Test
    void pages_follow_each_other_newest_first() {
        Reader owner = user("u-1");
        List<String> newestFirst = IntStream.range(0, 5)
                .mapToObj(i -> insert(account, Duration.ofMinutes(i)).toString())
                .toList();

        String first = body(owner.notices("?limit=2"));
        String second = body(owner.notices("?limit=2&cursor=" + JsonPath.<String>read(first, "$.next")));
        String third = body(owner.notices("?limit=2&cursor=" + JsonPath.<String>read(second, "$.next")));

        assertThat(List.of(first, second, third))
                .flatExtracting(page -> JsonPath.<List<String>>read(page, "$.items[*].id"))
                .containsExactlyElementsOf(newestFirst);
        assertThat(third).doesNotContain("\"next\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {}                          | malformed-request
                    {"all": false}              | malformed-request
                    {"all": true, "ids": []}    | malformed-request
                    {"ids": "x"}                | malformed-request
                    [                           | malformed-request
                    """)
    void what_says_neither_which_nor_all_is_refused(String json, String code) {
        user("u-1")
                .reads(json)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"?cursor=nonsense, cursor-invalid", "?limit=201, limit-invalid", "?unread=perhaps, malformed-request"})
    void a_list_that_makes_no_sense_is_refused(String query, String code) {
        user("u-1")
                .notices(query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void preferences_are_kept_for_the_account_and_need_account_manage() {
        Reader manager = new Reader(port, "u-1", account, "account:manage");
        manager.preferences().expectBody().json("{\"emailFor\": []}");

        manager.prefers("{\"emailFor\": [\"top-up-failed\", \"server-overdue\", \"top-up-failed\"]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"emailFor\": [\"server-overdue\", \"top-up-failed\"]}");
        manager.prefers("{\"emailFor\": [\"server-overdue\"]}");

        new Reader(port, "u-2", account, "account:manage")
                .preferences()
                .expectBody()
                .json("{\"emailFor\": [\"server-overdue\"]}");
        for (var refused : List.of(user("u-3").preferences(), user("u-3").prefers("{\"emailFor\": []}")))
            refused.expectStatus().isForbidden();
    }

    @Test
    void an_unknown_code_is_refused_by_its_place_and_nothing_is_changed() {
        Reader manager = new Reader(port, "u-1", account, "account:manage");
        manager.prefers("{\"emailFor\": [\"server-overdue\"]}");

        manager.prefers("{\"emailFor\": [\"top-up-failed\", \"everything\", null]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-field")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/emailFor/1")
                .jsonPath("$.errors[0].code")
                .isEqualTo("notice-code-unknown")
                .jsonPath("$.errors[1].pointer")
                .isEqualTo("/emailFor/2");
        manager.prefers("{}").expectStatus().isBadRequest();

        manager.preferences().expectBody().json("{\"emailFor\": [\"server-overdue\"]}");
    }

    @Test
    void the_document_names_every_code() {
        String document = body(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange());
        String[] codes =
                Arrays.stream(NoticeCode.values()).map(NoticeCode::code).toArray(String[]::new);

        for (String place : List.of(
                "Notification.properties.code",
                "Preferences.properties.emailFor.items",
                "PreferencesChange.properties.emailFor.items"))
            assertThat(JsonPath.<List<String>>read(document, "$.components.schemas." + place + ".enum"))
                    .containsExactly(codes);
    }

    private Reader user(String id) {
        return new Reader(port, id, account, "billing:read");
    }

    private UUID insert(String of, Duration age) {
        Instant at = Instant.now().minus(age);
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, Uuid7.next().getLeastSignificantBits());
        insert(of, id, at);
        return id;
    }

    private void insert(String of, UUID id, Instant at) {
        sql.update(
                "insert into notice values (?, ?, ?::timestamptz, 'error', 'top-up-failed', '{}', '/billing/top-ups/t-1')",
                id,
                of,
                at.toString());
    }

    private static long unread(Reader reader) {
        return JsonPath.<Integer>read(body(reader.notices("")), "$.unread");
    }

    private static List<String> ids(Reader reader, String query) {
        return JsonPath.read(body(reader.notices(query)), "$.items[*].id");
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        byte[] bytes = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8);
    }
}
