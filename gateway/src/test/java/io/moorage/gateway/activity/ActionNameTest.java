package io.moorage.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ActionNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /api/v1/top-ups                                    | top-up-request                 |
                    PATCH  | /api/v1/account                                    | profile-change                 |
                    POST   | /api/v1/servers/10427/actions                      | server-action                  | 10427
                    PUT    | /api/v1/servers/10427/tags                         | server-tags-change             | 10427
                    POST   | /api/v1/actions/01936a10-0000-7000-8000-00000000001/cancel | action-cancel          | 01936a10-0000-7000-8000-00000000001
                    PUT    | /api/v1/me/security/phone                          | phone-code-send                |
                    POST   | /api/v1/me/security/phone/verify                   | phone-change                   |
                    DELETE | /api/v1/me/security/totp/0193-12                   | totp-remove                    | 0193-12
                    DELETE | /api/v1/me/sessions/0193-12                        | session-end                    | 0193-12
                    DELETE | /api/v1/me/sessions                                | other-sessions-end             |
                    DELETE | /api/v1/me/applications/harbour-board              | application-withdraw           | harbour-board
                    POST   | /api/v1/invitations                                | user-invite                    |
                    POST   | /api/v1/invitations/accept                         | invitation-accept              |
                    POST   | /api/v1/invitations/0193-12/resend                 | invitation-resend              | 0193-12
                    DELETE | /api/v1/invitations/0193-12                        | invitation-withdraw            | 0193-12
                    PUT    | /api/v1/users/0193-12                              | user-access-change             | 0193-12
                    DELETE | /api/v1/users/0193-12                              | user-remove                    | 0193-12
                    DELETE | /api/v1/delegations/0193-12                        | delegation-leave               | 0193-12
                    POST   | /api/v1/api-tokens                                 | api-token-create               |
                    DELETE | /api/v1/api-tokens/0193-12                         | api-token-revoke               | 0193-12
                    POST   | /logout                                            | log-out                        |
                    PUT    | /api/v1/users/0193-12/services                     | PUT /users/{id}/services       | 0193-12
                    DELETE | /api/v1/domains/hst-test.eu/records/7              | DELETE /domains/{id}/records/{id} | 7
                    POST   | /api/v1/servers/%2e%2e%00/tags-and-more            | POST /servers/{id}/tags-and-more |
                    """)
    void a_change_has_a_name_and_what_it_is_aimed_at(String method, String path, String name, String target) {
        assertThat(of(HttpMethod.valueOf(method), path)).isEqualTo(new ActionName(name, target == null ? "" : target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/servers", "/api/v1/servers/1", "/api/v1/servers?limit=2", "/api/v1/stream"})
    void reads_are_not_written_down(String path) {
        assertThat(of(HttpMethod.GET, path)).isNull();
        assertThat(of(HttpMethod.HEAD, path)).isNull();
    }

    @Test
    void what_outside_parties_post_is_not_written_down() {
        assertThat(of(HttpMethod.POST, "/api/v1/webhooks/sandbox")).isNull();
        assertThat(of(HttpMethod.POST, "/logout/connect/back-channel/keycloak")).isNull();
    }

    @Test
    void downloads_of_whole_lists_are() {
        assertThat(of(HttpMethod.GET, "/api/v1/servers?all=true&search=secret"))
                .isEqualTo(new ActionName("servers-export", ""));
        assertThat(ActionName.of(MockServerHttpRequest.get("/api/v1/statement")
                        .header("Accept", "text/csv")
                        .build()))
                .isEqualTo(new ActionName("statement-export", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Server-Reboot", "server reboot", "=1+1", "", "-reboot"})
    void a_name_that_is_no_plain_word_changes_nothing(String name) {
        assertThat(new ActionName("server-action", "10427").named(name))
                .isEqualTo(new ActionName("server-action", "10427"));
    }

    @Test
    void something_new_is_found_at_the_answers_location() {
        assertThat(new ActionName("top-up-request", "").aimedAtIfAtNothing("/api/v1/top-ups/0193"))
                .isEqualTo(new ActionName("top-up-request", "0193"));
        assertThat(new ActionName("server-action", "10427").aimedAtIfAtNothing("/api/v1/actions/0193"))
                .isEqualTo(new ActionName("server-action", "10427"));
    }

    private static @Nullable ActionName of(HttpMethod method, String path) {
        return ActionName.of(
                MockServerHttpRequest.method(method, java.net.URI.create(path)).build());
    }
}
