package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.token.AccountToken;
import io.moorage.gateway.token.Actor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class ToInstanceTest {
    private static final String ACCOUNT = "xx11111-mo";
    private static final List<URI> THREE =
            List.of(URI.create("http://one:1"), URI.create("http://two:2"), URI.create("http://three:3"));

    private final Health health = new Health(THREE);
    private final ToInstance filter = new ToInstance(new Instances(Map.of("billing", THREE), health), health);
    private final List<URI> asked = new ArrayList<>();

    static Stream<IOException> nothingSent() {
        return Stream.of(new ConnectException(), new NoRouteToHostException(), new UnknownHostException());
    }

    @ParameterizedTest
    @MethodSource("nothingSent")
    void where_nothing_was_sent_every_instance_is_tried_in_the_accounts_order(IOException error) {
        assertThatThrownBy(() -> send(write(), error))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE));
        assertThat(asked).containsExactlyElementsOf(Rendezvous.order(ACCOUNT, THREE));
        assertThat(THREE).noneMatch(health::isUp);
    }

    @Test
    void what_may_have_been_received_is_sent_again_once_at_most() {
        IOException broken = new IOException("broken");
        assertThatThrownBy(() -> send(writeWithKey(), broken)).hasRootCause(broken);
        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_was_not_answered_in_time_is_not_sent_again() {
        RuntimeException late = new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT);
        assertThatThrownBy(() -> send(writeWithKey(), late)).isSameAs(late);
        assertThat(asked).hasSize(1);
    }

    @Test
    void writes_of_a_caller_whose_account_is_not_open_yet_go_in_turn() {
        for (int i = 0; i < 3; i++) {
            ServerWebExchange exchange = exchange(write(), null);
            filter.filter(exchange, this::note).block();
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(THREE);
    }

    private static MockServerHttpRequest.BodyBuilder write() {
        return MockServerHttpRequest.post("http://billing/api/v1/top-ups");
    }

    private static MockServerHttpRequest.BodyBuilder writeWithKey() {
        return write().header("Idempotency-Key", "key-1");
    }

    private void send(MockServerHttpRequest.BodyBuilder request, Exception outcome) {
        filter.filter(exchange(request, ACCOUNT), asking -> note(asking).then(Mono.error(outcome)))
                .block();
    }

    private static ServerWebExchange exchange(MockServerHttpRequest.BodyBuilder request, @Nullable String account) {
        ServerWebExchange exchange = MockServerWebExchange.from(request.body("{}"));
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, URI.create("http://billing/api/v1/top-ups"));
        exchange.getAttributes()
                .put(
                        ForService.TOKEN,
                        new AccountToken(
                                "token",
                                new Actor("user", "login", "sid"),
                                account,
                                Set.of(),
                                null,
                                Set.of(),
                                Instant.MAX));
        return exchange;
    }

    private Mono<Void> note(ServerWebExchange exchange) {
        URI at = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        asked.add(URI.create(at.getScheme() + "://" + at.getAuthority()));
        return Mono.empty();
    }
}
