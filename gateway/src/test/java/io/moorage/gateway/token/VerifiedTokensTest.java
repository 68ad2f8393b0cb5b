package io.moorage.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moorage.gateway.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class VerifiedTokensTest {
    private final TestClock clock = new TestClock();
    private final AtomicInteger checks = new AtomicInteger();
    private final ReactiveJwtDecoder tokens = new VerifiedTokens(this::check, clock, clock::ticks);

    private Mono<Jwt> check(String token) {
        checks.incrementAndGet();
        if (token.equals("forged")) return Mono.error(new BadJwtException("forged"));
        return Mono.just(Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("u-1")
                .expiresAt(clock.instant().plusSeconds(300))
                .build());
    }

    @Test
    void a_good_token_is_checked_once_and_again_when_its_time_is_over() {
        tokens.decode("good").block();
        tokens.decode("good").block();
        assertThat(checks).hasValue(1);
        tokens.decode("other").block();
        assertThat(checks).hasValue(2);

        clock.forward(Duration.ofSeconds(301));
        tokens.decode("good").block();
        assertThat(checks).hasValue(3);
    }

    @Test
    void a_forged_one_is_checked_and_refused_each_time() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
            assertThat(checks).hasValue(i);
        }
    }
}
