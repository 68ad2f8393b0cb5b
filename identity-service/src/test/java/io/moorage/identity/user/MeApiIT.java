package io.moorage.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.contracts.Permission;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class MeApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void somebody_new() {
        visitor = new Visitor(port);
        visitor.asksFor(null);
    }

    @Test
    void while_the_account_is_prepared_there_is_none_to_act_for() {
        visitor.me(visitor.tokenWithoutAccount())
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"user": {"id": "%s", "login": "camille", "name": "Camille Durand", "email": "camille@example.eu", "language": "fr"},
                         "accounts": [], "actingAccount": null}""".formatted(visitor.id), JsonCompareMode.STRICT);
    }

    @Test
    void the_own_account_is_there_with_all_that_its_owner_may_do() {
        visitor.accountOpens();
        String permissions = String.join(
                "\", \"",
                Permission.ofOwner().stream().map(Permission::code).sorted().toList());

        await().atMost(SOON)
                .untilAsserted(
                        () -> visitor.me(visitor.tokenForAccount()).expectBody().json("""
                                {"accounts": [{"handle": "%1$s", "name": "Camille Durand", "kind": "customer", "own": true,
                                  "permissions": ["%2$s"], "services": "all"}], "actingAccount": "%1$s"}""".formatted(
                                        visitor.account, permissions)));
    }

    @Test
    void somebody_without_a_name_is_called_by_their_login() {
        visitor.me(visitor.tokenWithoutName())
                .expectBody()
                .jsonPath("$.user.name")
                .isEqualTo("camille");
    }

    @Test
    void an_application_learns_of_the_accounts_that_it_can_act_for_and_of_what_it_may() {
        visitor.accountOpens();
        await().atMost(SOON)
                .untilAsserted(() -> visitor.me(visitor.tokenOfApplication("billing:read", "news:publish"))
                        .expectBody()
                        .json("""
                        {"accounts": [{"handle": "%s", "permissions": ["billing:read"]}]}""".formatted(visitor.account)));

        visitor.me(visitor.tokenOfApplication("news:publish"))
                .expectBody()
                .jsonPath("$.accounts.length()")
                .isEqualTo(0);
    }

    @Test
    void others_accounts_are_not_there() {
        Visitor other = new Visitor(port);
        other.asksFor(null);
        other.accountOpens();
        await().atMost(SOON)
                .untilAsserted(() -> other.me(other.tokenForAccount())
                        .expectBody()
                        .jsonPath("$.accounts.length()")
                        .isEqualTo(1));

        visitor.me(visitor.tokenWithoutAccount())
                .expectBody()
                .jsonPath("$.accounts.length()")
                .isEqualTo(0);
    }

    @Test
    void nobody_is_told_who_they_are_without_a_good_token() {
        visitor.me(TestTokens.forged("xx11111-mo"))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("login-required");
    }

    @Test
    void the_document_shows_what_clients_may_call_and_nothing_internal() {
        String document = new String(
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .build()
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectBody()
                        .jsonPath("$.openapi")
                        .value(version -> assertThat(String.valueOf(version)).startsWith("3.1"))
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);

        assertThat(JsonPath.<Map<String, Object>>read(document, "$.paths"))
                .containsOnlyKeys(
                        "/api/v1/me",
                        "/api/v1/me/security",
                        "/api/v1/me/security/phone",
                        "/api/v1/me/security/phone/resend",
                        "/api/v1/me/security/phone/verify",
                        "/api/v1/me/security/totp/{id}",
                        "/api/v1/me/security/passkeys/{id}",
                        "/api/v1/me/security/recovery-codes",
                        "/api/v1/me/sessions",
                        "/api/v1/me/sessions/{id}",
                        "/api/v1/me/applications",
                        "/api/v1/me/applications/{id}",
                        "/api/v1/users",
                        "/api/v1/users/{id}",
                        "/api/v1/invitations",
                        "/api/v1/invitations/{id}",
                        "/api/v1/invitations/{id}/resend",
                        "/api/v1/invitations/accept",
                        "/api/v1/delegations",
                        "/api/v1/delegations/{id}",
                        "/api/v1/permission-sets",
                        "/api/v1/api-tokens",
                        "/api/v1/api-tokens/{id}");
        assertThat(document).doesNotContain("Moorage-Client-Address");
        assertThat(JsonPath.<List<String>>read(document, "$.components.schemas.User.properties.language.enum"))
                .containsExactly("fr", "en");
    }
}
