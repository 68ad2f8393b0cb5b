package io.moorage.gateway.testing;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak telling a gateway that a log-in is over. */
public final class BackChannel {
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private BackChannel() {}

    /** @param client for which the announcement is made */
    public static Map<String, Object> announcement(String client, String sid) {
        return new HashMap<>(Map.of("typ", "Logout", "aud", List.of(client), "sid", sid, "events", EVENTS));
    }

    public static HttpResponse<String> post(Browser to, String token) {
        return to.post(
                "/logout/connect/back-channel/keycloak",
                "logout_token=" + token,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
