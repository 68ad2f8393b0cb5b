package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.StubService;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final StubService service = new StubService("service");

    @Test
    void an_instance_that_nobody_asked_yet_is_up() {
        assertThat(health(service.url()).isUp(service.url())).isTrue();
    }

    @Test
    void one_that_says_no_is_down_until_it_says_yes() {
        Health health = health(service.url());
        service.readiness = 503;
        assertThat(upAfterLook(health, service.url())).isFalse();
        service.readiness = 200;
        assertThat(upAfterLook(health, service.url())).isTrue();
    }

    @Test
    void one_that_refuses_connections_is_down_until_it_is_back() {
        Health health = health(service.url());
        service.goAway();
        assertThat(upAfterLook(health, service.url())).isFalse();
        service.comeBack();
        assertThat(upAfterLook(health, service.url())).isTrue();
    }

    @Test
    void one_that_could_not_be_reached_is_down_without_being_asked() {
        Health health = health(service.url());
        health.unreachable(service.url(), new ConnectException());
        assertThat(health.isUp(service.url())).isFalse();
        assertThat(upAfterLook(health, service.url())).isTrue();
    }

    @Test
    void one_that_says_nothing_is_down_the_third_time_in_a_row() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            URI instance = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Health health = health(instance);
            assertThat(upAfterLook(health, instance)).isTrue();
            assertThat(upAfterLook(health, instance)).isTrue();
            assertThat(upAfterLook(health, instance)).isFalse();
        }
    }

    @Test
    void one_instance_says_nothing_about_another() {
        StubService other = new StubService("other");
        Health health = health(service.url(), other.url());
        service.goAway();
        assertThat(upAfterLook(health, other.url())).isTrue();
        assertThat(health.isUp(service.url())).isFalse();
    }

    private static boolean upAfterLook(Health health, URI instance) {
        health.look().block();
        return health.isUp(instance);
    }

    private static Health health(URI... instances) {
        return new Health(List.of(instances));
    }
}
