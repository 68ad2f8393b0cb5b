package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.GatewaySettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    @Test
    void without_a_trusted_proxy_what_a_request_claims_is_not_believed() {
        assertThat(address(List.of(), "203.0.113.7", "6.6.6.6")).isEqualTo("203.0.113.7");
        assertThat(address(List.of("10.0.0.0/8"), "203.0.113.7", "6.6.6.6")).isEqualTo("203.0.113.7");
    }

    @Test
    void behind_trusted_proxies_the_last_address_counts_that_is_none_of_theirs() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "6.6.6.6, 203.0.113.7, 10.9.9.9"))
                .isEqualTo("203.0.113.7");
        assertThat(address(List.of("10.1.2.3"), "10.1.2.3", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(address(List.of("fd00::/8"), "fd00::1", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void what_is_no_address_ends_the_search() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "=cmd(), 10.9.9.9"))
                .isEqualTo("10.9.9.9");
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "evil.example")).isEqualTo("10.1.2.3");
    }

    private static String address(List<String> trusted, String remote, String forwarded) {
        return new ClientAddress(settings(trusted))
                .of(MockServerHttpRequest.get("/")
                        .remoteAddress(new InetSocketAddress(remote, 4711))
                        .header("X-Forwarded-For", forwarded)
                        .build());
    }

    private static GatewaySettings settings(List<String> trusted) {
        URI any = URI.create("http://localhost");
        return new GatewaySettings(
                any,
                any,
                "",
                "",
                trusted,
                Map.of(),
                "",
                "",
                new GatewaySettings.Database("", "", ""),
                new GatewaySettings.Session("", Duration.ZERO, Duration.ZERO),
                new GatewaySettings.Push(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0),
                new GatewaySettings.Activity(Duration.ZERO));
    }
}
