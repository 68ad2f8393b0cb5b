package io.moorage.gateway.token;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client for Keycloak, with limits, so that a hanging Keycloak doesn't hold requests. */
@Configuration(proxyBeanMethods = false)
class KeycloakHttp {
    @Bean
    WebClient keycloakWebClient() {
        ConnectionProvider connections = ConnectionProvider.builder("keycloak")
                .maxConnections(50)
                .pendingAcquireMaxCount(1000)
                .pendingAcquireTimeout(Duration.ofSeconds(3))
                .maxIdleTime(Duration.ofSeconds(10))
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                .responseTimeout(Duration.ofSeconds(5));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(256 * 1024))
                .build();
    }
}
