package io.moorage.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** For whom a request is made: by header, or as a parameter where no header can be sent; else for the user's own account. */
public final class ActingAccount {
    public static final String HEADER = "Moorage-Account";
    public static final String PARAMETER = "account";

    private ActingAccount() {}

    public static @Nullable String of(ServerHttpRequest request) {
        String named = request.getHeaders().getFirst(HEADER);
        if (named == null) named = request.getQueryParams().getFirst(PARAMETER);
        return named == null || named.isBlank() ? null : named.strip();
    }
}
