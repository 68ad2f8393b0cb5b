package io.moorage.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The languages the product speaks, and how a request says which one it wants. */
public enum Language {
    FR,
    EN;

    /** Remembers a language chosen with {@code ?lang=}; readable by the portal. */
    public static final String COOKIE = "MOORAGE_LANG";

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By {@code ?lang=}, then the cookie, then {@code Accept-Language}, else English. */
    public static Language of(ServerHttpRequest request) {
        Language asked = named(request.getQueryParams().getFirst("lang"));
        if (asked != null) return asked;
        HttpCookie cookie = request.getCookies().getFirst(COOKIE);
        Language kept = cookie == null ? null : named(cookie.getValue());
        return kept != null ? kept : accepted(request.getHeaders());
    }

    /** By {@code Accept-Language} alone, as problems are written. */
    public static Language accepted(HttpHeaders headers) {
        try {
            Locale best = Locale.lookup(headers.getAcceptLanguage(), List.of(Locale.FRENCH, Locale.ENGLISH));
            return Locale.FRENCH.equals(best) ? FR : EN;
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }

    static @Nullable Language named(@Nullable String tag) {
        if ("fr".equalsIgnoreCase(tag)) return FR;
        return "en".equalsIgnoreCase(tag) ? EN : null;
    }
}
