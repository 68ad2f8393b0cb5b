package io.moorage.identity.operator.httpb;

import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import io.moorage.identity.operator.delivery.ReportForged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's callbacks: {@code Authorization: Bearer} with a JWT (HS256) made within the last minutes, whose claim
 * {@code payload_hash} is the SHA-256 of the body in hexadecimal.
 */
final class SignedCallback {
    private static final int SHORTEST_SECRET = 32;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    private final NimbusJwtDecoder tokens;
    private final JsonMapper json;
    private final Clock clock;

    SignedCallback(String secret, JsonMapper json, Clock clock) {
        if (secret.length() < SHORTEST_SECRET)
            throw new IllegalArgumentException("The secret that signs callbacks must have at least 32 characters");
        this.tokens = NimbusJwtDecoder.withSecretKey(
                        new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        this.json = json;
        this.clock = clock;
    }

    DeliveryReport read(@Nullable String authorization, byte[] body) {
        check(authorization, body);
        try {
            JsonNode report = json.readTree(body);
            String message = report.path("message_uuid").asString();
            return new DeliveryReport(
                    message.isEmpty() ? report.path("uuid").asString() : message,
                    state(report.path("status").asString()));
        } catch (JacksonException e) {
            return new DeliveryReport("", State.UNDER_WAY); // authentic, and of no use: not to be said again
        }
    }

    private void check(@Nullable String authorization, byte[] body) {
        if (authorization == null || !authorization.startsWith(BEARER)) throw new ReportForged("The token is missing");
        Jwt token = decode(authorization.substring(BEARER.length()));
        Instant madeAt = token.getIssuedAt();
        if (madeAt == null || Duration.between(madeAt, clock.instant()).abs().compareTo(TOLERANCE) > 0)
            throw new ReportForged("Signed too long ago, or ahead of time");
        String hash = token.getClaimAsString("payload_hash");
        if (hash == null || !MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), sha256(body)))
            throw new ReportForged("The token was made for another body");
    }

    private Jwt decode(String token) {
        try {
            return tokens.decode(token);
        } catch (JwtException e) {
            throw new ReportForged("The token is not the operator's");
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static State state(String status) {
        return switch (status) {
            case "delivered", "completed" -> State.DELIVERED;
            case "rejected", "undeliverable", "failed", "unanswered", "busy", "timeout", "cancelled" -> State.FAILED;
            default -> State.UNDER_WAY;
        };
    }
}
