package io.moorage.gateway.route;

import io.moorage.gateway.GatewaySettings;
import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Which instances are up. Each is asked every second whether it is ready: one that says no or can't be reached is down at
 * once, one that says nothing the third time in a row, until it says yes.
 */
@Component
class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final int DOWN = 3; // a busy instance may be late for once
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final List<URI> instances;
    private final Map<URI, Integer> failures = new ConcurrentHashMap<>();
    // A connection for each question: one that was kept doesn't tell whether new ones are accepted.
    private final HttpClient http = HttpClient.newConnection()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
            .responseTimeout(PATIENCE);

    @Autowired
    Health(GatewaySettings settings) {
        this(settings.services().values().stream().flatMap(List::stream).toList());
    }

    Health(List<URI> instances) {
        this.instances = instances;
    }

    boolean isUp(URI instance) {
        return failures.getOrDefault(instance, 0) < DOWN;
    }

    void unreachable(URI instance, Throwable why) {
        note(instance, DOWN, why.toString());
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    Mono<Void> look() {
        return Flux.fromIterable(instances).flatMap(this::ask).then();
    }

    private Mono<Void> ask(URI instance) {
        return http.get()
                .uri(instance + "/actuator/health/readiness")
                .response()
                .timeout(PATIENCE)
                .doOnNext(answer -> answered(instance, answer.status().code()))
                .then()
                .onErrorResume(error -> Mono.fromRunnable(() -> failed(instance, error)));
    }

    private void answered(URI instance, int status) {
        note(instance, status == 200 ? 0 : DOWN, "its readiness is answered with " + status);
    }

    private void failed(URI instance, Throwable error) {
        if (error instanceof ConnectException) unreachable(instance, error);
        else note(instance, failures.getOrDefault(instance, 0) + 1, error.toString());
    }

    private void note(URI instance, int now, String why) {
        Integer before = failures.put(instance, now);
        boolean wasUp = before == null || before < DOWN;
        if (wasUp && now >= DOWN) log.warn("{} is down: {}", instance, why);
        if (!wasUp && now < DOWN) log.info("{} is up again", instance);
    }
}
