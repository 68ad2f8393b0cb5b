package io.moorage.identity.invitation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands mails over to account-service, which sends them and keeps them, without their secrets, in its archive. */
@Component
class MailRoom {
    private static final Logger LOG = LoggerFactory.getLogger(MailRoom.class);

    private final RestClient http;
    private final List<String> instances;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param baseUrls of account-service's instances, separated by commas */
    MailRoom(
            RestClient.Builder clients,
            @Value("${moorage.account-url}") String baseUrls,
            @Value("${moorage.internal-secret}") String secret) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(3));
        this.instances = Arrays.stream(baseUrls.split(",")).map(String::strip).toList();
        this.http = clients.requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBearerAuth(secret))
                .build();
    }

    /**
     * @param id the same mail has the same, however often it is handed over
     * @throws RestClientException if no instance takes it; hand it over again later
     */
    void take(String id, Mail mail) {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        for (int other = 0; other < instances.size() - 1; other++) {
            try {
                put(instances.get((first + other) % instances.size()), id, mail);
                return;
            } catch (ResourceAccessException e) {
                LOG.warn("An instance of account-service is away, the next one is asked: {}", e.getMessage());
            }
        }
        put(instances.get((first + instances.size() - 1) % instances.size()), id, mail);
    }

    private void put(String instance, String id, Mail mail) {
        http.put()
                .uri(instance + "/internal/mails/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(mail)
                .retrieve()
                .toBodilessEntity();
    }

    /**
     * A mail from one of the mail room's templates.
     *
     * @param account whose archive it belongs to
     * @param secrets parameters that the archive blanks
     */
    record Mail(
            String account,
            String to,
            String language,
            String template,
            Map<String, String> parameters,
            Map<String, String> secrets) {
        /** Without what it says: that is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Mail (" + template + ")";
        }
    }
}
