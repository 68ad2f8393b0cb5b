package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTest {
    private final List<String> checked = new ArrayList<>();

    @Test
    void a_good_token_is_checked_once() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5));
        assertThat(tokens.decode("good").getSubject()).isEqualTo("good");
        assertThat(tokens.decode("good").getSubject()).isEqualTo("good");
        assertThat(tokens.decode("other").getSubject()).isEqualTo("other");
        assertThat(checked).containsExactly("good", "other");
    }

    @Test
    void a_bad_token_is_refused_every_time() {
        VerifiedTokens tokens = tokens(Duration.ofMinutes(5));
        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void an_expired_token_is_not_remembered() {
        VerifiedTokens tokens = tokens(Duration.ofMillis(50));
        Instant expiry = tokens.decode("short").getExpiresAt();
        await().until(() -> Instant.now().isAfter(expiry));
        tokens.decode("short");
        assertThat(checked).containsExactly("short", "short");
    }

    private VerifiedTokens tokens(Duration life) {
        return new VerifiedTokens(token -> {
            checked.add(token);
            if (token.equals("bad")) throw new BadJwtException("forged");
            Instant now = Instant.now();
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject(token)
                    .issuedAt(now)
                    .expiresAt(now.plus(life))
                    .build();
        });
    }
}
