package io.moorage.keycloak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.util.JsonSerialization;

/** A person with a browser, and beside it the token requests that gateway and command line send for them. */
final class Visitor {

    static final String GATEWAY_SECRET = "gateway-secret";
    private static final Map<String, String> GATEWAY =
            Map.of("client_id", "moorage-gateway", "client_secret", GATEWAY_SECRET);
    static final String APPLICATION = "http://127.0.0.1:45124/callback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    final Browser browser = new Browser();
    private final String realm;
    private final String portal;
    private final Surroundings surroundings;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    Visitor(String realm, Surroundings surroundings) {
        this.realm = realm;
        this.portal = surroundings.url();
        this.surroundings = surroundings;
    }

    /** The tokens that a client got for this visitor. */
    record Tokens(String access, String refresh, String id) {

        JsonNode claims() {
            return Visitor.claims(access);
        }
    }

    String gatewayCallback() {
        return portal + "/login/oauth2/code/keycloak";
    }

    String endpoint(String name) {
        return realm + "/protocol/openid-connect/" + name;
    }

    HttpResponse<String> arrive(String language, Map<String, String> more) throws IOException, InterruptedException {
        return arriveFor("moorage-gateway", gatewayCallback(), language, more);
    }

    HttpResponse<String> arriveFor(String client, String redirect, String language, Map<String, String> more)
            throws IOException, InterruptedException {
        List<Map.Entry<String, String>> query = new ArrayList<>(List.of(
                Map.entry("client_id", client),
                Map.entry("redirect_uri", redirect),
                Map.entry("response_type", "code"),
                Map.entry("scope", "openid"),
                Map.entry("state", "s"),
                Map.entry("code_challenge", challenge()),
                Map.entry("code_challenge_method", "S256"),
                Map.entry("ui_locales", language)));
        query.removeIf(field -> more.containsKey(field.getKey()));
        query.addAll(more.entrySet());
        return browser.open(endpoint("auth") + "?" + Browser.encode(query));
    }

    HttpResponse<String> enter(HttpResponse<String> page, String login, String password)
            throws IOException, InterruptedException {
        return browser.submit(page, Map.of("username", login, "password", password));
    }

    /** Logs in to the portal by the forms, with the code that came by SMS if one is asked for. */
    Tokens logIn(String login, String password) throws IOException, InterruptedException {
        return redeem(answerCode(enter(arrive("en", Map.of()), login, password)), gatewayCallback(), GATEWAY);
    }

    boolean asksForCode(HttpResponse<String> page) {
        return page.body().contains("id=\"moorage-code-form\"");
    }

    HttpResponse<String> answerCode(HttpResponse<String> page) throws IOException, InterruptedException {
        return asksForCode(page) ? code(page, surroundings.codes.last().code()) : page;
    }

    HttpResponse<String> code(HttpResponse<String> page, String code) throws IOException, InterruptedException {
        return follow(browser.submit(page, Map.of("code", code)));
    }

    /** Fills in the registration form, and stops at the page that asks for a number. */
    HttpResponse<String> register(String language, Map<String, String> form) throws IOException, InterruptedException {
        return follow(browser.submit(arrive(language, Map.of("prompt", "create")), form));
    }

    /** Enters a number and the code that comes to it. */
    HttpResponse<String> enrol(HttpResponse<String> page, String number) throws IOException, InterruptedException {
        return answerCode(follow(browser.submit(page, Map.of("country", "FR", "number", number))));
    }

    /** Logs in to the command line through the browser, listening on a port of its own. */
    Tokens logInFromCommandLine(String login, String password) throws IOException, InterruptedException {
        String redirect = "http://127.0.0.1:45123/callback";
        HttpResponse<String> page = arriveFor("moorage-cli", redirect, "en", Map.of());
        return redeem(answerCode(enter(page, login, password)), redirect, Map.of("client_id", "moorage-cli"));
    }

    /** Logs in to the mobile app, which the browser hands the code over to. */
    Tokens logInFromMobileApp(String login, String password) throws IOException, InterruptedException {
        String redirect = "eu.moorage.app:/callback";
        HttpResponse<String> page = arriveFor("moorage-mobile", redirect, "en", Map.of());
        return redeem(answerCode(enter(page, login, password)), redirect, Map.of("client_id", "moorage-mobile"));
    }

    /** Begins the log-in to an application of somebody else's, up to the page that asks whether it may. */
    HttpResponse<String> askedByApplication(String login, String password, String language, String scope)
            throws IOException, InterruptedException {
        HttpResponse<String> page = arriveFor("harbour-board", APPLICATION, language, Map.of("scope", scope));
        return follow(answerCode(enter(page, login, password)));
    }

    HttpResponse<String> answer(HttpResponse<String> consentPage, boolean yes)
            throws IOException, InterruptedException {
        return follow(browser.submit(consentPage, Map.of(yes ? "accept" : "cancel", "x")));
    }

    Tokens logInFromApplication(String login, String password, String scope) throws IOException, InterruptedException {
        return redeemOfApplication(answer(askedByApplication(login, password, "en", scope), true));
    }

    Tokens redeemOfApplication(HttpResponse<String> afterLogIn) throws IOException, InterruptedException {
        return redeem(afterLogIn, APPLICATION, Map.of("client_id", "harbour-board"));
    }

    HttpResponse<String> refreshFromApplication(String refreshToken) throws IOException, InterruptedException {
        return token(
                Map.of("client_id", "harbour-board"),
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Asks for a code that somebody confirms in a browser, as the command line does. */
    JsonNode askForDeviceCode() throws IOException, InterruptedException {
        return json(new Browser()
                .post(
                        endpoint("auth/device"),
                        Map.of(
                                "client_id",
                                "moorage-cli",
                                "scope",
                                "openid",
                                "code_challenge",
                                challenge(),
                                "code_challenge_method",
                                "S256")));
    }

    HttpResponse<String> redeemDeviceCode(String code, String proof) throws IOException, InterruptedException {
        return token(
                Map.of("client_id", "moorage-cli"),
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        code,
                        "code_verifier",
                        proof));
    }

    String proof() {
        return verifier;
    }

    /** The page that an answer leads to. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        String next = answer.headers().firstValue("Location").orElse("");
        String page = answer.uri().resolve(next).toString();
        return !next.isEmpty() && page.startsWith(realm) ? browser.open(page) : answer;
    }

    /** Gives a refresh token back, as logging out of the command line does. */
    HttpResponse<String> revoke(String refreshToken) throws IOException, InterruptedException {
        return new Browser().post(endpoint("revoke"), Map.of("client_id", "moorage-cli", "token", refreshToken));
    }

    /** Ends a log-in with its refresh token, as the gateway does when somebody logs out. */
    HttpResponse<String> end(String refreshToken) throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(GATEWAY);
        form.put("refresh_token", refreshToken);
        return new Browser().post(endpoint("logout"), form);
    }

    HttpResponse<String> endFromCommandLine(String refreshToken) throws IOException, InterruptedException {
        return new Browser()
                .post(endpoint("logout"), Map.of("client_id", "moorage-cli", "refresh_token", refreshToken));
    }

    HttpResponse<String> refreshFromCommandLine(String refreshToken) throws IOException, InterruptedException {
        return token(
                Map.of("client_id", "moorage-cli"),
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Tokens redeem(HttpResponse<String> afterLogIn) throws IOException, InterruptedException {
        return redeem(afterLogIn, gatewayCallback(), GATEWAY);
    }

    private Tokens redeem(HttpResponse<String> afterLogIn, String redirect, Map<String, String> client)
            throws IOException, InterruptedException {
        String location = afterLogIn.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        if (!location.startsWith(redirect) || !code.find())
            throw new IllegalStateException("Not logged in: " + afterLogIn.statusCode() + "\n" + afterLogIn.body());
        JsonNode answer = json(token(
                client,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        verifier)));
        return new Tokens(
                answer.path("access_token").asText(),
                answer.path("refresh_token").asText(),
                answer.path("id_token").asText());
    }

    HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
        return token(GATEWAY, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** The gateway's exchange for an account-scoped token; fields beyond the usual ones are the test's. */
    @SafeVarargs
    final HttpResponse<String> exchange(Tokens subject, Map.Entry<String, String>... more)
            throws IOException, InterruptedException {
        List<Map.Entry<String, String>> form = new ArrayList<>(GATEWAY.entrySet());
        form.addAll(List.of(
                Map.entry("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
                Map.entry("subject_token", subject.access()),
                Map.entry("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
                Map.entry("audience", "moorage-services")));
        form.addAll(List.of(more));
        return new Browser().post(endpoint("token"), form);
    }

    /** As the gateway does with an API token that somebody came with. */
    HttpResponse<String> redeemApiToken(String token) throws IOException, InterruptedException {
        return redeemApiToken(GATEWAY, token);
    }

    HttpResponse<String> redeemApiToken(Map<String, String> client, String token)
            throws IOException, InterruptedException {
        return token(client, Map.of("grant_type", "urn:moorage:params:oauth:grant-type:api-token", "api_token", token));
    }

    private HttpResponse<String> token(Map<String, String> client, Map<String, String> grant)
            throws IOException, InterruptedException {
        List<Map.Entry<String, String>> form = new ArrayList<>(client.entrySet());
        form.addAll(grant.entrySet());
        return new Browser().post(endpoint("token"), form);
    }

    HttpResponse<String> logOut(Tokens tokens) throws IOException, InterruptedException {
        return browser.open(endpoint("logout") + "?id_token_hint=" + tokens.id() + "&post_logout_redirect_uri="
                + URI.create(portal + "/goodbye"));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JsonSerialization.mapper.readTree(answer.body());
    }

    static JsonNode claims(String token) {
        try {
            return JsonSerialization.mapper.readTree(
                    new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
