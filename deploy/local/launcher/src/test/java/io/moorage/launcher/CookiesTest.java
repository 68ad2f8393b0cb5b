package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CookiesTest {
    private static final URI KEYCLOAK = URI.create("http://localhost:21000/realms/moorage/login");
    private static final URI GATEWAY = URI.create("http://localhost:8080/");

    private final Cookies cookies = new Cookies();

    @Test
    void a_cookie_goes_back_to_where_its_path_says() {
        cookies.take(KEYCLOAK, "AUTH_SESSION_ID=abc=; Path=/realms/moorage/; Secure; HttpOnly; SameSite=None");

        assertThat(cookies.header(KEYCLOAK)).hasValue("AUTH_SESSION_ID=abc=");
        assertThat(cookies.header(GATEWAY)).isEmpty();
        assertThat(cookies.header(URI.create("http://other/realms/moorage/"))).isEmpty();
    }

    @Test
    void a_newer_value_replaces_the_older_and_an_ended_cookie_is_gone() {
        cookies.take(GATEWAY, "XSRF-TOKEN=1; Path=/");
        cookies.take(GATEWAY, "XSRF-TOKEN=2; Path=/");
        assertThat(cookies.value(GATEWAY, "XSRF-TOKEN")).hasValue("2");

        cookies.take(GATEWAY, "XSRF-TOKEN=; Path=/; Max-Age=0");
        assertThat(cookies.value(GATEWAY, "XSRF-TOKEN")).isEmpty();
    }
}
