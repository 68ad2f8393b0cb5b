package io.moorage.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;

class GrantTest {

    private static Map<String, Object> claims(Grant grant) {
        AccessToken token = new AccessToken();
        grant.writeTo(token);
        return token.getOtherClaims();
    }

    @Test
    void a_grant_for_all_services_has_no_services_claim() {
        assertThat(claims(new Grant("xx11111-mo", List.of("billing:pay"), null, 3, null, null, true, false, null)))
                .isEqualTo(Map.of(
                        "account",
                        "xx11111-mo",
                        "permissions",
                        List.of("billing:pay"),
                        "delegation_version",
                        3,
                        "own",
                        true));
    }

    @Test
    void a_grant_limited_to_services_names_them() {
        assertThat(claims(new Grant(
                        "xx11111-mo", List.of("services:read"), "d1", 3, List.of("s1"), null, false, false, null)))
                .containsEntry("services", List.of("s1"))
                .containsEntry("delegation_id", "d1")
                .containsEntry("own", false);
    }

    @Test
    void a_grant_of_staff_says_so() {
        assertThat(claims(new Grant("xx11111-mo", List.of("services:read"), null, 0, null, null, false, true, null)))
                .containsEntry("staff", true);
    }

    @Test
    void a_token_does_not_outlive_what_it_rests_on() {
        Grant grant = new Grant(
                "xx11111-mo", List.of("services:read"), "d1", 3, null, null, false, false, "2026-11-26T10:00:00.750Z");
        long end = Instant.parse("2026-11-26T10:00:00Z").getEpochSecond();
        AccessToken longer = new AccessToken();
        longer.exp(end + 200);
        AccessToken shorter = new AccessToken();
        shorter.exp(end - 200);

        grant.writeTo(longer);
        grant.writeTo(shorter);

        assertThat(longer.getExp()).isEqualTo(end);
        assertThat(shorter.getExp()).isEqualTo(end - 200);
    }

    @Test
    void an_account_that_is_being_opened_gives_no_account_and_no_permissions() {
        assertThat(claims(new Grant(null, List.of(), null, 0, null, null, true, false, null)))
                .isEqualTo(Map.of("own", true));
    }
}
