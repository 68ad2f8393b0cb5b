package io.moorage.account.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.account.AccountServiceTest;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestTokens;
import io.moorage.web.Export;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@AccountServiceTest
class ActivityApiIT {
    @LocalServerPort
    int port;

    @Autowired
    ActivityLog log;

    @Autowired
    JdbcTemplate sql;

    private final Told told = new Told();

    /** The owner in two sessions, and a technician. */
    @BeforeEach
    void history() {
        log.append(List.of(
                told.activity("owner", "sid-1", "log-in", 200, Told.AT),
                told.activity("owner", "sid-1", "server-reboot", 202, Told.AT.plusSeconds(1)),
                told.activity("technician", "sid-2", "server-reboot", 409, Told.AT.plusSeconds(2)),
                told.activity("owner", "sid-3", "top-up-request", 500, Told.AT.plusSeconds(3)),
                told.activity("owner", "sid-3", "server-reboot", null, Told.AT.plusSeconds(4)),
                told.activity("technician", "sid-2", "=cmd()", 504, Told.AT.plusSeconds(5))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                          | 2, 1
                    ?session=current                      | 2, 1
                    ?session=all                          | 6, 5, 4, 3, 2, 1
                    ?session=sid-2                        | 6, 3
                    ?session=all&user=technician          | 6, 3
                    ?session=all&user=technician@login    | 6, 3
                    ?session=all&outcome=succeeded        | 2, 1
                    ?session=all&outcome=refused          | 3
                    ?session=all&outcome=failed           | 4
                    ?session=all&outcome=unknown          | 6, 5
                    ?session=all&action=server-reboot     | 5, 3, 2
                    ?session=all&from=2026-11-20T10:00:04Z | 6, 5
                    ?session=all&to=2026-11-20T10:00:01.123456Z | 1
                    """)
    void the_log_is_filtered_by_everything(String query, String numbers) {
        assertThat(numbers(get(query == null ? "" : query, owner()))).isEqualTo(numbers);
    }

    @Test
    void a_filter_is_a_value_and_never_sql() {
        assertThat(numbers(get("?session=all&user=' or '1'='1&action=x' or n > 0 --", owner())))
                .isEmpty();
    }

    @Test
    void an_entry_says_who_did_what_for_whom_from_where_and_what_came_of_it() {
        get("?session=all&outcome=refused", owner()).expectBody().json("""
                        {"items": [{"n": 3, "at": "2026-11-20T10:00:02.123456Z", "user": {"id": "technician", "login": "technician@login"},
                          "account": "%s", "session": "sid-2", "current": false, "address": "203.0.113.7", "action": "server-reboot",
                          "target": "10427", "outcome": "refused", "code": "server-busy", "status": 409}]}
                        """.formatted(told.account));
        assertThat(body(get("", owner()), "$.items[0].current")).isEqualTo(true);
    }

    @Test
    void pages_follow_each_other_also_while_entries_come() {
        byte[] first = bytes(get("?session=all&limit=4", owner()));
        log.append(List.of(told.activity("owner", "sid-1", "log-out", 200, Told.AT.plus(Duration.ofHours(1)))));
        String next = JsonPath.parse(new String(first, StandardCharsets.UTF_8)).read("$.next");
        assertThat(numbers(get("?session=all&limit=4&cursor=" + next, owner()))).isEqualTo("2, 1");
    }

    @Test
    void who_does_not_manage_the_account_sees_their_own_only() {
        String technician = token("technician", "sid-2", "services:read");
        for (String query : List.of("?session=all", "", "?session=all&user=owner&outcome=unknown", "?session=sid-3"))
            assertThat(JsonPath.<List<String>>read(
                            new String(bytes(get(query, technician)), StandardCharsets.UTF_8), "$.items[*].user.id"))
                    .allMatch("technician"::equals);
        assertThat(numbers(get("?session=all", technician))).isEqualTo("6, 3");
    }

    @Test
    void another_accounts_log_is_not_seen() {
        assertThat(numbers(get("?session=all", TestTokens.owner("qz00001-mo", "account:manage"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?outcome=nonsense", "?from=yesterday", "?limit=0", "?cursor=x"})
    void a_wish_that_cannot_be_understood_is_refused(String query) {
        get(query, owner()).expectStatus().isBadRequest();
    }

    @Test
    void an_export_holds_all_that_matches_and_no_formula() {
        String csv =
                new String(bytes(get("?session=all&user=technician", owner(), Export.CSV)), StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "n,at,user,login,account,session,address,action,target,outcome,code,status,correlation,staff");
        assertThat(csv).contains("'=cmd()").doesNotContain(",=cmd()");
        assertThat(JsonPath.<Integer>read(
                        new String(bytes(get("?session=all&all=true", owner())), StandardCharsets.UTF_8), "$.length()"))
                .isEqualTo(6);
        assertThat(bytes(get("?session=all", owner(), Export.XLSX))).startsWith('P', 'K');
    }

    @Test
    void erased_people_leave_their_deeds() {
        sql.update(
                "update activity set login = null, address = null, salt = null where account = ? and user_id = 'technician'",
                told.account);
        get("?session=all&outcome=refused", owner())
                .expectBody()
                .jsonPath("$.items[0].user.id")
                .isEqualTo("technician")
                .jsonPath("$.items[0].user.login")
                .isEqualTo("")
                .jsonPath("$.items[0].address")
                .isEqualTo("");
    }

    @Test
    void whoever_acts_for_the_account_sees_whether_the_log_is_intact() {
        get("/verification", owner()).expectBody().json("{\"intact\": true, \"checked\": 6}");
        sql.update("update activity set action = 'x' where account = ? and n = 4", told.account);
        get("/verification", owner()).expectBody().json("{\"intact\": false, \"checked\": 3, \"firstBad\": 4}");
    }

    @Test
    void only_parts_of_the_platform_may_tell_what_was_done() {
        String body = """
                {"activities": [{"id": "01936a10-0000-7000-8000-000000000001", "at": "2026-11-20T11:00:00.5Z", "user": "owner", "login": "olga",
                 "account": "%s", "session": "sid-1", "address": "::1", "action": "log-out", "target": "", "ended": true,
                 "status": 200, "code": null, "correlation": "c-1"}]}""".formatted(told.account);
        tell(body, owner()).expectStatus().isUnauthorized();
        tell(body, RealParts.INTERNAL_SECRET).expectBody().json("{\"waiting\": []}");
        assertThat(numbers(get("", owner()))).isEqualTo("7, 2, 1");
    }

    private ResponseSpec tell(String body, String token) {
        return client().put()
                .uri("/internal/activities")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String owner() {
        return token("owner", "sid-1", "account:manage");
    }

    private String token(String user, String session, String... permissions) {
        return TestTokens.token(claims -> claims.subject(user)
                .claim("sid", session)
                .claim("account", told.account)
                .claim("permissions", List.of(permissions)));
    }

    private ResponseSpec get(String query, String token) {
        return get(query, token, MediaType.APPLICATION_JSON_VALUE);
    }

    private ResponseSpec get(String query, String token, String type) {
        return client().get()
                .uri("/api/v1/activity" + query)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept", type)
                .exchange();
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static String numbers(ResponseSpec answer) {
        List<Integer> numbers = JsonPath.read(new String(bytes(answer), StandardCharsets.UTF_8), "$.items[*].n");
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    private static Object body(ResponseSpec answer, String path) {
        return JsonPath.read(new String(bytes(answer), StandardCharsets.UTF_8), path);
    }

    private static byte[] bytes(ResponseSpec answer) {
        byte[] body = answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return body == null ? new byte[0] : body;
    }
}
