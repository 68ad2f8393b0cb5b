package io.moorage.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Account-scoped tokens as Keycloak signs them for the services, from keys that only the tests know. */
public final class TestTokens {
    private static final RSAKey KEY = newKey("test");
    private static final RSAKey FOREIGN_KEY = newKey("test");
    private static final HttpServer KEYS = serveKeys();
    public static final String ISSUER = "http://localhost:" + KEYS.getAddress().getPort() + "/realms/moorage";

    private TestTokens() {}

    /** Lets a Spring test trust these tokens. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("moorage.issuer", () -> ISSUER);
    }

    /** A token of the account's owner with these permissions. */
    public static String owner(String account, String... permissions) {
        return token(claims -> claims.claim("account", account).claim("permissions", List.of(permissions)));
    }

    /** A token of a user whose account isn't open yet. */
    public static String withoutAccount(String userId) {
        return token(claims -> claims.subject(userId).claim("permissions", List.of()));
    }

    /** A valid token, changed by the test. */
    public static String token(Consumer<JWTClaimsSet.Builder> change) {
        return sign(KEY, change);
    }

    /** Claims as they should be, signed by a key that nobody trusts. */
    public static String forged(String account, String... permissions) {
        return sign(FOREIGN_KEY, claims -> claims.claim("account", account).claim("permissions", List.of(permissions)));
    }

    private static String sign(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(UUID.nameUUIDFromBytes("owner".getBytes(StandardCharsets.UTF_8))
                        .toString())
                .audience("moorage-services")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("azp", "moorage-gateway")
                .claim("sid", "test-session")
                .claim("preferred_username", "owner")
                .claim("email", "owner@example.eu")
                .claim("name", "Olga Owner")
                .claim("locale", "en")
                .claim("own", true)
                .claim("delegation_version", 0);
        change.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serveKeys() {
        byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/realms/moorage/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
