package io.moorage.cli.session;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The device grant (RFC 8628): a person says yes in a browser, anywhere, while this program asks again and again. */
public final class DeviceGrant {
    /** How the command line is registered at Keycloak. */
    static final String CLIENT = "moorage-cli";

    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Duration SLOWEST = Duration.ofSeconds(60);

    private final Http http;
    private final Texts texts;
    private final Clock clock;
    private final Pause pause;
    private final AuthorizationServer server;
    private final String verifier = random();

    public DeviceGrant(Http http, Texts texts, Clock clock, Pause pause, AuthorizationServer server) {
        this.http = http;
        this.texts = texts;
        this.clock = clock;
        this.pause = pause;
        this.server = server;
    }

    /** What the person is shown, and what only this program knows. */
    public record Begun(
            String userCode, String page, String pageWithCode, String deviceCode, Duration interval, Instant ends) {}

    public Begun begin() {
        Instant asked = clock.instant();
        Http.Reply reply = ask(server.deviceEndpoint(), wish());
        JsonNode body = reply.body();
        String page = body.path("verification_uri").asString("");
        String code = body.path("device_code").asString("");
        if (reply.status() != 200 || page.isEmpty() || code.isEmpty()) throw refused(reply);
        return new Begun(
                body.path("user_code").asString(""),
                page,
                body.path("verification_uri_complete").asString(""),
                code,
                Duration.ofSeconds(body.path("interval").asLong(5)),
                asked.plusSeconds(body.path("expires_in").asLong(600)));
    }

    private Map<String, String> wish() {
        return Map.of(
                "client_id", CLIENT, "scope", "openid", "code_challenge", challenge(), "code_challenge_method", "S256");
    }

    /** Asks until the person has decided or the code has ended. */
    public Credentials await(Begun begun) {
        Duration interval = begun.interval();
        while (clock.instant().plus(interval).isBefore(begun.ends())) {
            pause.of(interval);
            Instant asked = clock.instant();
            try {
                Http.Reply reply = http.post(server.tokenEndpoint(), redemption(begun));
                if (reply.status() == 200) return granted(reply, asked);
                interval = interval.plus(slowedBy(reply));
            } catch (IOException away) {
                // A connection lost is no decision; the standard wants the pauses to grow.
                Duration twice = interval.multipliedBy(2);
                interval = twice.compareTo(SLOWEST) < 0 ? twice : SLOWEST;
            }
        }
        throw failed("login-expired");
    }

    private Credentials granted(Http.Reply reply, Instant asked) {
        return Credentials.granted(server.tokenEndpoint(), server.endSessionEndpoint(), reply.body(), asked);
    }

    /** How much longer the pauses become. A decision, or anything that asking again can't mend, ends the asking. */
    private Duration slowedBy(Http.Reply reply) {
        if (reply.status() >= 500) return Duration.ZERO;
        return switch (reply.error()) {
            case "authorization_pending" -> Duration.ZERO;
            case "slow_down" -> SLOWER;
            case "access_denied" -> throw failed("login-denied");
            case "expired_token" -> throw failed("login-expired");
            default -> throw refused(reply);
        };
    }

    private Map<String, String> redemption(Begun begun) {
        return Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                CLIENT,
                "device_code",
                begun.deviceCode(),
                "code_verifier",
                verifier);
    }

    private Http.Reply ask(String url, Map<String, String> form) {
        try {
            return http.post(url, form);
        } catch (IOException away) {
            throw http.notReachable(server.issuer());
        }
    }

    private CommandFailed failed(String key) {
        return new CommandFailed(ExitCode.REFUSED, texts.of(key));
    }

    private CommandFailed refused(Http.Reply reply) {
        String error = reply.error().isEmpty() ? String.valueOf(reply.status()) : reply.error();
        return new CommandFailed(ExitCode.REFUSED, texts.of("login-refused", error));
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
