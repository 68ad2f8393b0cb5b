package io.moorage.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LoginIT {
    private final World world = World.get();

    @Test
    void a_visitor_logs_in_and_comes_back_to_the_page_they_wanted() {
        Browser browser = world.browser();
        HttpResponse<String> back = browser.logIn(world.keycloak, "?return=/balance%3Fpage%3D2&lang=fr");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Browser.location(back)).isEqualTo("/balance?page=2");
        HttpResponse<String> me = browser.get("/api/v1/me");
        assertThat(me.body()).contains("{\"service\":\"identity\"}");
    }
}
