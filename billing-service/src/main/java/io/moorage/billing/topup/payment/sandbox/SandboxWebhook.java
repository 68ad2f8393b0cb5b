package io.moorage.billing.topup.payment.sandbox;

import io.moorage.billing.topup.payment.PaymentProvider.Notice;
import io.moorage.billing.topup.payment.WebhookForged;
import io.moorage.contracts.Money;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox's webhooks: {@code Sandbox-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}, signed anew for
 * every attempt.
 */
final class SandboxWebhook {
    static final String SIGNATURE = "Sandbox-Signature";
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final JsonMapper json;
    private final Clock clock;

    SandboxWebhook(String signingKey, JsonMapper json, Clock clock) {
        this.key = new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.json = json;
        this.clock = clock;
    }

    Notice read(@Nullable String signature, byte[] body) {
        checkSignature(signature, body);
        try {
            return notice(json.readTree(body));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            return unreadable(body);
        }
    }

    private void checkSignature(@Nullable String signature, byte[] body) {
        Matcher parts = FORM.matcher(signature == null ? "" : signature);
        if (!parts.matches()) throw new WebhookForged("The signature is missing or malformed");
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) > 0)
            throw new WebhookForged("Signed too long ago, or ahead of time");
        byte[] shown = HexFormat.of().parseHex(parts.group(2));
        if (!MessageDigest.isEqual(shown, sign(parts.group(1), body)))
            throw new WebhookForged("The signature is not the sandbox's");
    }

    private byte[] sign(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
        }
    }

    private static Notice notice(JsonNode event) {
        String topUpId = event.path("reference").asString();
        JsonNode payment = event.path("payment");
        return switch (event.path("type").asString()) {
            case "payment.paid" ->
                new Notice.Paid(
                        topUpId,
                        required(payment, "reference"),
                        money(payment.path("amount")),
                        Instant.parse(required(payment, "paidAt")));
            case "payment.failed" ->
                new Notice.Failed(topUpId, "declined", Instant.parse(required(event, "createdAt")));
            default -> new Notice.Irrelevant();
        };
    }

    private static String required(JsonNode node, String field) {
        String value = node.path(field).asString();
        if (value.isBlank()) throw new IllegalArgumentException(field + " is missing");
        return value;
    }

    private static Money money(JsonNode amount) {
        return Money.of(required(amount, "amount"), required(amount, "currency"));
    }

    /** Known by its content, so that a repetition is seen as one. */
    private static Notice unreadable(byte[] body) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            return new Notice.Unreadable("sha256:" + digest, new String(body, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
