package io.moorage.simulators.phone;

import io.moorage.simulators.web.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JWT (HS256) that goes with a body: its claim {@code payload_hash} is the body's SHA-256. */
public record BodyToken(String apiKey, String secret) {

    public String of(byte[] body, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "Vonage");
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("api_key", apiKey);
        claims.put("payload_hash", sha256(body));
        String signed = part(Map.of("alg", "HS256", "typ", "JWT")) + "." + part(claims);
        return signed + "." + encode(mac(signed));
    }

    private static String part(Map<String, Object> fields) {
        return encode(Json.write(fields));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
