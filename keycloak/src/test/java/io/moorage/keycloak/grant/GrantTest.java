package io.moorage.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(claims(new Grant("xx11111-mo", List.of("billing:pay"), 3, null, true)))
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
        assertThat(claims(new Grant("xx11111-mo", List.of("services:read"), 3, List.of("s1"), false)))
                .containsEntry("services", List.of("s1"))
                .containsEntry("own", false);
    }

    @Test
    void an_account_that_is_being_opened_gives_no_account_and_no_permissions() {
        assertThat(claims(new Grant(null, List.of(), 0, null, true))).isEqualTo(Map.of("own", true));
    }
}
