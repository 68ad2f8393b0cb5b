package io.moorage.gateway.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a request is called in the action log, and what it is aimed at. Names are part of the public interface.
 *
 * @param target a server's number, an id; empty where there is none
 */
record ActionName(String name, String target) {
    private static final String API = "/api/v1/";
    private static final Set<HttpMethod> CHANGES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,30}");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9._:@-]{1,100}");
    private static final int DEEPEST = 8;

    private static final List<Known> KNOWN = List.of(
            known(HttpMethod.POST, "/logout", "log-out"),
            known(HttpMethod.POST, "/api/v1/top-ups", "top-up-request"),
            known(HttpMethod.PATCH, "/api/v1/account", "profile-change"),
            known(HttpMethod.PUT, "/api/v1/account/preferences", "preferences-change"),
            known(HttpMethod.PUT, "/api/v1/me/security", "preferred-factor-change"),
            known(HttpMethod.PUT, "/api/v1/me/security/phone", "phone-code-send"),
            known(HttpMethod.POST, "/api/v1/me/security/phone/resend", "phone-code-send"),
            known(HttpMethod.POST, "/api/v1/me/security/phone/verify", "phone-change"),
            known(HttpMethod.DELETE, "/api/v1/me/security/phone", "phone-remove"),
            known(HttpMethod.DELETE, "/api/v1/me/security/totp/{target}", "totp-remove"),
            known(HttpMethod.DELETE, "/api/v1/me/security/passkeys/{target}", "passkey-remove"),
            known(HttpMethod.DELETE, "/api/v1/me/security/recovery-codes", "recovery-codes-remove"),
            known(HttpMethod.DELETE, "/api/v1/me/sessions/{target}", "session-end"),
            known(HttpMethod.DELETE, "/api/v1/me/sessions", "other-sessions-end"),
            known(HttpMethod.DELETE, "/api/v1/me/applications/{target}", "application-withdraw"),
            known(HttpMethod.POST, "/api/v1/invitations", "user-invite"),
            known(HttpMethod.POST, "/api/v1/invitations/accept", "invitation-accept"),
            known(HttpMethod.POST, "/api/v1/invitations/{target}/resend", "invitation-resend"),
            known(HttpMethod.DELETE, "/api/v1/invitations/{target}", "invitation-withdraw"),
            known(HttpMethod.PUT, "/api/v1/users/{target}", "user-access-change"),
            known(HttpMethod.DELETE, "/api/v1/users/{target}", "user-remove"),
            known(HttpMethod.DELETE, "/api/v1/delegations/{target}", "delegation-leave"),
            known(HttpMethod.POST, "/api/v1/api-tokens", "api-token-create"),
            known(HttpMethod.DELETE, "/api/v1/api-tokens/{target}", "api-token-revoke"),
            known(HttpMethod.POST, "/api/v1/notifications/read", "notifications-read"),
            known(HttpMethod.POST, "/api/v1/servers/{target}/actions", "server-action"),
            known(HttpMethod.PUT, "/api/v1/servers/{target}/tags", "server-tags-change"),
            known(HttpMethod.PUT, "/api/v1/servers/{target}/reverse-dns", "server-reverse-dns-change"),
            known(HttpMethod.POST, "/api/v1/actions/{target}/cancel", "action-cancel"),
            known(HttpMethod.POST, "/api/v1/actions/{target}/retry", "action-retry"));

    /** Null for what isn't written down: reads, and what outside parties post. */
    static @Nullable ActionName of(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        String path = request.getPath().value();
        if (method == HttpMethod.GET) return path.startsWith(API) && isExport(request) ? export(path) : null;
        if (!CHANGES.contains(method) || path.startsWith("/api/v1/webhooks/")) return null;
        if (!path.startsWith(API) && !path.equals("/logout")) return null;
        for (Known known : KNOWN) {
            if (known.method != method) continue;
            PathPattern.PathMatchInfo match = known.path.matchAndExtract(request.getPath());
            if (match != null)
                return new ActionName(known.name, safe(match.getUriVariables().get("target")));
        }
        return byPath(method, request.getPath());
    }

    private static boolean isExport(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        if (query != null && query.contains("all=true")) return true;
        String accepted = request.getHeaders().getFirst("Accept");
        return accepted != null && (accepted.contains("text/csv") || accepted.contains("spreadsheetml"));
    }

    private static ActionName export(String path) {
        String list = path.substring(API.length()).split("/", 2)[0];
        return new ActionName(WORD.matcher(list).matches() ? list + "-export" : "export", "");
    }

    /** Method and path, the ids in it taken out: the last one is what the request is aimed at. */
    private static ActionName byPath(HttpMethod method, PathContainer path) {
        List<String> segments = Arrays.stream(
                        path.value().substring(API.length()).split("/"))
                .limit(DEEPEST)
                .toList();
        String template = segments.stream().map(ActionName::wordOrPlace).collect(Collectors.joining("/"));
        String target = segments.stream()
                .filter(segment -> !WORD.matcher(segment).matches())
                .reduce("", (earlier, later) -> later);
        return new ActionName(method.name() + " /" + template, safe(target));
    }

    private static String wordOrPlace(String segment) {
        return WORD.matcher(segment).matches() ? segment : "{id}";
    }

    private static String safe(@Nullable String target) {
        return target != null && TARGET.matcher(target).matches() ? target : "";
    }

    ActionName named(@Nullable String better) {
        return better != null && NAME.matcher(better).matches() ? new ActionName(better, target) : this;
    }

    ActionName aimedAt(String other) {
        return new ActionName(name, safe(other));
    }

    /** @param location where the answer says that something new is */
    ActionName aimedAtIfAtNothing(@Nullable String location) {
        if (location == null || !target.isEmpty()) return this;
        return aimedAt(location.substring(location.lastIndexOf('/') + 1));
    }

    private static Known known(HttpMethod method, String path, String name) {
        return new Known(method, PathPatternParser.defaultInstance.parse(path), name);
    }

    private record Known(HttpMethod method, PathPattern path, String name) {}
}
