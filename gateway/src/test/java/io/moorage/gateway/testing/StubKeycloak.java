package io.moorage.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak as the gateway meets it: keys, code flow with PKCE, refresh tokens good for one use, the exchange, and log-out
 * with a refresh token, a used one too.
 */
public final class StubKeycloak extends StubServer {
    public static final String SECRET = "gateway-secret";
    public static final String OWN_ACCOUNT = "xx11111-mo";

    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();
    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> everyRefreshToken = new ConcurrentHashMap<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    public final Set<String> granted = ConcurrentHashMap.newKeySet();
    /** Of the delegations by which there is access to those granted. */
    public final AtomicInteger delegationVersion = new AtomicInteger(1);

    public final AtomicInteger refreshes = new AtomicInteger();
    public final AtomicInteger exchanges = new AtomicInteger();
    public final AtomicInteger keysAsked = new AtomicInteger();
    public volatile boolean prepared = true;
    public volatile boolean refusesSecondUse = true;
    public volatile List<String> permissions = List.of("billing:read", "billing:pay");
    public volatile Duration slow = Duration.ZERO;
    public volatile Duration accessTokenLife = Duration.ofMinutes(5);

    public StubKeycloak(Clock clock) {
        this.clock = clock;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String issuer() {
        return url() + "/realms/moorage";
    }

    /** What a person's log-in leads to: the code that Keycloak sends back with the browser. */
    public String code(Map<String, String> authorizationRequest) {
        String code = UUID.randomUUID().toString();
        codes.put(code, authorizationRequest);
        return code;
    }

    /** The code of somebody who is logged in already: the log-in goes on. */
    public String code(Map<String, String> authorizationRequest, String sid) {
        Map<String, String> request = new HashMap<>(authorizationRequest);
        request.put("sid", sid);
        sessions.add(sid);
        return code(request);
    }

    public boolean knows(String sid) {
        return sessions.contains(sid);
    }

    /** As if its database had been lost: it doesn't know the tokens that it made. */
    public void forgetRefreshTokens() {
        everyRefreshToken.clear();
    }

    /** A new log-in and its session id. */
    public String newSession() {
        String sid = UUID.randomUUID().toString();
        sessions.add(sid);
        return sid;
    }

    public int openCodes() {
        return codes.size();
    }

    public void endSession(String sid) {
        sessions.remove(sid);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath().replaceAll(".*/", "")) {
            case "certs" -> {
                keysAsked.incrementAndGet();
                send(exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
            }
            case "token" -> token(exchange);
            case "logout" -> logOut(exchange);
            default -> super.answer(exchange);
        }
    }

    private void logOut(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!isTheGateway(exchange)) return;
        pause();
        String sid = everyRefreshToken.get(form.getOrDefault("refresh_token", ""));
        if (sid != null) sessions.remove(sid);
        Answer answer = sid == null ? refused("invalid_grant", "Invalid refresh token") : new Answer(204, "");
        send(exchange, answer.status, "application/json", answer.body);
    }

    private static boolean isTheGateway(HttpExchange exchange) throws IOException {
        String client =
                Base64.getEncoder().encodeToString(("moorage-gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean is = ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!is) send(exchange, 401, "application/json", "{\"error\":\"unauthorized_client\"}");
        return is;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!isTheGateway(exchange)) return;
        pause();
        Answer answer = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> loggedIn(form);
            case "refresh_token" -> refreshed(form);
            case "urn:ietf:params:oauth:grant-type:token-exchange" -> exchanged(form);
            case "urn:moorage:params:oauth:grant-type:api-token" -> apiToken(form);
            default -> refused("unsupported_grant_type", "");
        };
        send(exchange, answer.status, "application/json", answer.body);
    }

    private void pause() {
        try {
            Thread.sleep(slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer loggedIn(Map<String, String> form) {
        Map<String, String> request = codes.remove(form.get("code"));
        boolean fits = request != null
                && s256(form.getOrDefault("code_verifier", "")).equals(request.get("code_challenge"))
                && form.getOrDefault("redirect_uri", "").equals(request.get("redirect_uri"));
        if (!fits) return refused("invalid_grant", "Code not valid");
        String sid = request.get("sid");
        return tokens(sid == null ? newSession() : sid, request.get("nonce"));
    }

    private Answer refreshed(Map<String, String> form) {
        refreshes.incrementAndGet();
        String token = form.getOrDefault("refresh_token", "");
        String sid = refusesSecondUse ? refreshTokens.remove(token) : refreshTokens.get(token);
        if (sid == null || !sessions.contains(sid)) return refused("invalid_grant", "Token is not active");
        return tokens(sid, null);
    }

    private Answer tokens(String sid, String nonce) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, sid);
        everyRefreshToken.put(refresh, sid);
        Map<String, Object> id = new HashMap<>(Map.of("typ", "ID", "sid", sid, "aud", List.of("moorage-gateway")));
        if (nonce != null) id.put("nonce", nonce);
        String body = """
                {"access_token":"%s","expires_in":%d,"refresh_token":"%s","id_token":"%s","token_type":"Bearer",\
                "scope":"openid profile email"}""".formatted(
                        sign(Map.of("typ", "Bearer", "sid", sid)), accessTokenLife.toSeconds(), refresh, sign(id));
        return new Answer(200, body);
    }

    /** API tokens that are good, each with the id that is revoked by. */
    public final Map<String, String> apiTokens = new ConcurrentHashMap<>();

    private Answer apiToken(Map<String, String> form) {
        exchanges.incrementAndGet();
        String id = apiTokens.get(form.get("api_token"));
        if (id == null) return refused("invalid_grant", "The API token is not good");
        if (!form.getOrDefault("account", OWN_ACCOUNT).equals(OWN_ACCOUNT))
            return new Answer(403, "{\"error\":\"access_denied\"}");
        Map<String, Object> claims = Map.of(
                "typ",
                "Bearer",
                "aud",
                "moorage-services",
                "account",
                OWN_ACCOUNT,
                "permissions",
                permissions,
                "api_token_id",
                id);
        return new Answer(
                200, "{\"access_token\":\"" + sign(claims) + "\",\"expires_in\":300,\"token_type\":\"Bearer\"}");
    }

    /** Whether whoever exchanges a token acts as the provider's staff. */
    public volatile boolean staff;

    /** Of the application whose tokens are exchanged; null for one of ours. */
    public volatile @Nullable String consent;

    private Answer exchanged(Map<String, String> form) {
        exchanges.incrementAndGet();
        String sid = readSession(form.getOrDefault("subject_token", ""));
        if (sid == null || !sessions.contains(sid)) return refused("invalid_request", "Invalid token");
        String account = form.getOrDefault("account", OWN_ACCOUNT);
        if (!account.equals(OWN_ACCOUNT) && !granted.contains(account)) {
            return new Answer(403, "{\"error\":\"access_denied\"}");
        }
        Map<String, Object> claims = new HashMap<>(Map.of("typ", "Bearer", "sid", sid, "aud", "moorage-services"));
        if (prepared) claims.put("account", account);
        if (prepared) claims.put("permissions", permissions);
        if (granted.contains(account)) {
            claims.put("delegation_id", "delegation-on-" + account);
            claims.put("delegation_version", delegationVersion.get());
        }
        if (staff) claims.put("staff", true);
        if (consent != null) claims.put("consent_id", consent);
        return new Answer(
                200, "{\"access_token\":\"" + sign(claims) + "\",\"expires_in\":300,\"token_type\":\"Bearer\"}");
    }

    private String readSession(String token) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            boolean over = claims.getExpirationTime().toInstant().isBefore(clock.instant());
            return over ? null : claims.getStringClaim("sid");
        } catch (ParseException malformed) {
            return null;
        }
    }

    /** Signs a token; times and issuer are right unless the claims say otherwise. */
    public String sign(Map<String, Object> claims) {
        return sign(claims, key);
    }

    /** A token signed with a key that isn't Keycloak's. */
    public String forge(Map<String, Object> claims) {
        return sign(claims, foreignKey);
    }

    private String sign(Map<String, Object> claims, RSAKey with) {
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("user-1")
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", "moorage-gateway")
                .claim("preferred_username", "camille")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(accessTokenLife)));
        claims.forEach(all::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), all.build());
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }

    private static Answer refused(String error, String description) {
        return new Answer(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The parameters of a query or a form. */
    public static Map<String, String> query(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : text.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private record Answer(int status, String body) {}
}
