package io.moorage.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/balance",
                "/top-ups/018f-1?page=2&x=%C3%A9#part",
                "/search?q=a%20b",
                "/x?next=https://a.b/c"
            })
    void pages_of_the_portal_are_returned_to(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo(wish);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "balance",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2Fevil.example",
                "/%2f%2fevil.example",
                "/%5Cevil.example",
                "/%255Cevil.example",
                "/%25252Fevil.example",
                "/\t/evil.example",
                "/%09/evil.example",
                "/\n/evil.example",
                "/%0d%0aLocation:%20x",
                "https://evil.example",
                "javascript:alert(1)",
                "/a//b",
                "/é",
                "/a b",
                "/%zz",
                "/login",
                "/login/oauth2/code/keycloak",
                "/login?return=/x",
                "/%6Cogin"
            })
    void everything_else_leads_to_the_first_page(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo("/");
    }

    @Test
    void a_path_as_long_as_a_book_leads_to_the_first_page() {
        assertThat(ReturnPath.of("/" + "x".repeat(2000))).isEqualTo("/");
    }
}
