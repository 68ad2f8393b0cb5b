package io.moorage.account.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.StubIdentity;
import io.moorage.account.notice.OtherServices;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@AccountServiceTest
class ProfileApiIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Newcomer owner;
    String handle;
    Customer customer;

    @BeforeEach
    void an_account_with_a_profile() {
        owner = new Newcomer().registers();
        handle = handleOf(owner);
        customer = new Customer(port, handle, "account:manage");
        await().atMost(SOON)
                .untilAsserted(() -> customer.account().expectStatus().isOk());
    }

    @Test
    void a_new_account_knows_what_its_owner_gave_when_registering() {
        String openedAt = sql.query(
                        "select opened_at from account where handle = ?",
                        (row, index) -> row.getTimestamp(1).toInstant().toString(),
                        handle)
                .getFirst();

        customer.account().expectBody().json("""
                        {"handle": "%s", "kind": "customer", "status": "active", "openedAt": "%s", "currency": "EUR", "language": "fr",
                         "firstName": "Camille", "lastName": "Durand", "email": "camille@example.eu", "phone": "", "company": "",
                         "vatNumber": "", "address": {"line1": "", "line2": "", "postalCode": "", "city": "", "country": ""}}
                        """.formatted(handle, openedAt), JsonCompareMode.STRICT);
    }

    @Test
    void while_identity_cannot_say_who_it_is_the_account_is_being_prepared() {
        Newcomer user = new Newcomer();
        user.isTold(UUID.randomUUID().toString());
        Customer waiting = new Customer(port, handleOf(user), "account:manage");
        for (var answer : List.of(waiting.account(), waiting.changes("{\"company\": \"ACME\"}")))
            answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("account-being-prepared");

        StubIdentity.knows(user.id);

        await().atMost(SOON)
                .untilAsserted(() -> waiting.account().expectStatus().isOk());
    }

    @Test
    void the_address_follows_the_one_that_the_owner_logs_in_with() {
        for (String address : List.of("camille@new.example", "camille@newest.example")) {
            StubIdentity.knows(owner.id, address);
            new OtherServices(handle).emailChanged(owner.id);

            await().atMost(SOON)
                    .untilAsserted(() ->
                            customer.account().expectBody().jsonPath("$.email").isEqualTo(address));
        }
        assertThat(stored("OwnersEmailChanged")).isEqualTo(2);
    }

    @Test
    void a_change_answers_the_account_and_leaves_the_rest_as_it_was() {
        customer.changes("""
                        {"phone": "+33 6 12 34 56 78", "lastName": null, "address": {"city": "Lyon", "country": "fr"}}""").expectStatus().isOk().expectBody().json("""
                        {"firstName": "Camille", "lastName": "", "phone": "+33612345678", "language": "fr",
                         "address": {"line1": "", "city": "Lyon", "country": "FR"}}""");
        customer.changes("{\"address\": {\"line1\": \"1 rue de la Paix\", \"city\": \"\"}}");

        customer.account().expectBody().json("""
                        {"phone": "+33612345678", "address": {"line1": "1 rue de la Paix", "city": "", "country": "FR"}}""");
    }

    @Test
    void a_change_is_told_by_the_names_of_its_fields_and_never_by_their_values() {
        customer.changes(
                "{\"phone\": \"+33612345678\", \"firstName\": \"Camille\", \"address\": {\"city\": \"Lyon\"}}");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                                .all(event -> event.key().equals(handle)
                                        && event.attributes().containsValue("io.moorage.account.ProfileChanged.v1")))
                        .singleElement()
                        .satisfies(event -> assertThat(event.value())
                                .isEqualTo("{\"account\":\"%s\",\"fields\":[\"phone\",\"address.city\"]}"
                                        .formatted(handle))));
    }

    @Test
    void a_change_of_nothing_is_no_event() {
        customer.changes("{\"firstName\": \" Camille \", \"phone\": null, \"address\": null}")
                .expectStatus()
                .isOk();
        customer.changes("{}").expectStatus().isOk();

        assertThat(changesStored()).isZero();
    }

    @Test
    void changes_at_once_to_different_fields_are_all_kept() throws Exception {
        List<String> patches = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0
                        ? "{\"company\": \"ACME %d\"}".formatted(i)
                        : "{\"address\": {\"city\": \"Lyon %d\"}}".formatted(i))
                .toList();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = patches.stream()
                    .map(patch -> people.submit(() -> customer.changes(patch)
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value()))
                    .toList();
            for (var answer : answers) assertThat(answer.get()).isEqualTo(200);
        }

        customer.account()
                .expectBody()
                .jsonPath("$.company")
                .value(company -> assertThat(String.valueOf(company)).startsWith("ACME "))
                .jsonPath("$.address.city")
                .value(city -> assertThat(String.valueOf(city)).startsWith("Lyon "));
        assertThat(changesStored()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
                    en | Give the number in international form, such as +33 6 12 34 56 78. | This is too long: at most 20 characters.
                    fr | Indiquez le numéro sous sa forme internationale, par exemple +33 6 12 34 56 78. | Ce texte est trop long : 20 caractères au plus.
                    """)
    void everything_wrong_is_said_at_once_and_nothing_is_changed(String language, String phone, String tooLong) {
        customer.changes("""
                                {"company": "ACME", "phone": "12", "email": "x@example.eu",
                                 "address": {"postalCode": "%s", "planet": "Earth"}, "a/b~c": 1}""".formatted("9".repeat(21)), language, MediaType.valueOf("application/merge-patch+json"))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-field")
                .jsonPath("$.errors.length()")
                .isEqualTo(5)
                .jsonPath("$.errors[?(@.pointer == '/phone')].code")
                .isEqualTo("phone-invalid")
                .jsonPath("$.errors[?(@.pointer == '/phone')].detail")
                .isEqualTo(phone)
                .jsonPath("$.errors[?(@.pointer == '/email')].code")
                .isEqualTo("field-read-only")
                .jsonPath("$.errors[?(@.pointer == '/address/postalCode')].detail")
                .isEqualTo(tooLong)
                .jsonPath("$.errors[?(@.pointer == '/address/planet')].code")
                .isEqualTo("field-unknown")
                .jsonPath("$.errors[?(@.pointer == '/a~1b~0c')].code")
                .isEqualTo("field-unknown");

        customer.account().expectBody().jsonPath("$.company").isEqualTo("");
        assertThat(changesStored()).isZero();
    }

    @Test
    void plain_json_is_taken_for_a_merge_patch_too() {
        customer.changes("{\"company\": \"ACME\"}", "en", MediaType.APPLICATION_JSON)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.company")
                .isEqualTo("ACME");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
                    application/merge-patch+json | [{"company": "ACME"}]   | 400 | malformed-request
                    application/merge-patch+json | {"company": "AC         | 400 | malformed-request
                    text/plain                   | company=ACME            | 415 | media-type-not-supported
                    """)
    void what_is_no_merge_patch_is_refused(String type, String body, int status, String code) {
        customer.changes(body, "en", MediaType.valueOf(type))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void reading_needs_any_access_and_changing_needs_account_manage() {
        Customer accountant = new Customer(port, handle, "billing:read");

        accountant.account().expectStatus().isOk();
        accountant
                .changes("{\"company\": \"ACME\"}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-permitted");
        assertThat(changesStored()).isZero();
    }

    @Test
    void nobody_gets_in_with_a_forged_token_or_without_an_account() {
        assertAnswer(TestTokens.forged(handle, "account:manage"), 401, "login-required");
        assertAnswer(TestTokens.withoutAccount("u-1"), 409, "account-being-prepared");
    }

    @Test
    void the_document_shows_how_an_account_is_changed() {
        String document = new String(
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .build()
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);

        assertThat(JsonPath.<Map<String, Object>>read(document, "$.paths")).containsKey("/api/v1/account");
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.paths['/api/v1/account'].patch.requestBody.content"))
                .containsOnlyKeys("application/merge-patch+json");
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.components.schemas.AccountChange.properties"))
                .containsKeys("language", "phone", "address")
                .doesNotContainKeys("email", "handle");
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.components.schemas.Account.properties"))
                .containsKeys("handle", "openedAt", "address");
    }

    private void assertAnswer(String token, int status, String code) {
        RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/v1/account")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private String handleOf(Newcomer user) {
        return await().atMost(SOON)
                .until(
                        () -> sql.query(
                                "select handle from account where owner = ?",
                                (row, index) -> row.getString(1),
                                user.id),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private int changesStored() {
        return stored("ProfileChanged");
    }

    private int stored(String event) {
        Integer found = sql.queryForObject(
                "select count(*) from event where aggregate_id = ? and type = ?", Integer.class, handle, event);
        return found == null ? 0 : found;
    }
}
