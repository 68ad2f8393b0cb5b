package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moorage.contracts.revocation.Revocations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class UnrevokedTokensTest {
    private boolean fresh = true;
    private @Nullable Instant issuedAt = Instant.now().minus(Duration.ofMinutes(4));
    private @Nullable String session = "s-1";
    private @Nullable Object delegationVersion;
    private @Nullable String apiToken;
    private @Nullable String consent;

    private final Revocations revocations = new Revocations() {
        @Override
        public boolean has(String kind, String id) {
            return kind.equals("session") && id.equals("ended")
                    || kind.equals("delegation") && id.equals("d-1/3")
                    || kind.equals("api-token") && id.equals("revoked")
                    || kind.equals("consent") && id.equals("u-1/a-1/1");
        }

        @Override
        public boolean isFresh() {
            return fresh;
        }

        @Override
        public boolean wasRead() {
            return true;
        }
    };

    @Test
    void a_token_whose_log_in_has_not_ended_is_good_however_old() {
        assertThat(decode().getSubject()).isEqualTo("u-1");
    }

    @Test
    void a_token_whose_log_in_has_ended_is_refused_however_young() {
        session = "ended";
        issuedAt = Instant.now();
        assertRefused("session-ended");
        fresh = false;
        assertRefused("session-ended");
    }

    @Test
    void while_revocations_are_not_fresh_only_tokens_of_the_last_minute_are_good() {
        fresh = false;
        assertRefused("token-too-old");
        issuedAt = Instant.now().minus(Duration.ofSeconds(61));
        assertRefused("token-too-old");
        issuedAt = null;
        assertRefused("token-too-old");
        issuedAt = Instant.now().minus(Duration.ofSeconds(50));
        assertThat(decode().getSubject()).isEqualTo("u-1");
    }

    @Test
    void a_token_without_a_log_in_is_judged_by_its_age_only() {
        session = null;
        assertThat(decode().getSubject()).isEqualTo("u-1");
        fresh = false;
        assertRefused("token-too-old");
    }

    @Test
    void a_token_of_a_delegation_that_was_changed_since_is_refused_and_one_of_the_new_version_is_good() {
        delegationVersion = 3;
        assertRefused("access-changed");
        delegationVersion = 4;
        assertThat(decode().getSubject()).isEqualTo("u-1");
    }

    @Test
    void a_token_of_a_delegation_without_a_version_is_refused() {
        delegationVersion = "three";
        assertRefused("access-changed");
    }

    @Test
    void a_token_made_for_an_api_token_is_good_until_that_is_revoked() {
        apiToken = "t-1";
        assertThat(decode().getSubject()).isEqualTo("u-1");
        apiToken = "revoked";
        assertRefused("api-token-revoked");
    }

    @Test
    void a_token_made_for_an_application_is_good_until_the_consent_is_withdrawn() {
        consent = "u-1/a-1/2";
        assertThat(decode().getSubject()).isEqualTo("u-1");
        consent = "u-1/a-1/1";
        assertRefused("consent-withdrawn");
    }

    private void assertRefused(String code) {
        assertThatThrownBy(this::decode).isInstanceOf(TokenRefused.class).hasMessage(code);
    }

    private Jwt decode() {
        return new UnrevokedTokens(this::token, revocations).decode("token");
    }

    private Jwt token(String value) {
        Jwt.Builder token = Jwt.withTokenValue(value)
                .header("alg", "RS256")
                .subject("u-1")
                .expiresAt(Instant.now().plusSeconds(60));
        if (issuedAt != null) token.issuedAt(issuedAt);
        if (session != null) token.claim("sid", session);
        if (delegationVersion != null)
            token.claim("delegation_id", "d-1").claim("delegation_version", delegationVersion);
        if (apiToken != null) token.claim("api_token_id", apiToken);
        if (consent != null) token.claim("consent_id", consent);
        return token.build();
    }
}
