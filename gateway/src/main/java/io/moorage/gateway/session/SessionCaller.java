package io.moorage.gateway.session;

import io.moorage.gateway.token.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Someone using the portal, known by the session's cookie. */
public final class SessionCaller implements Caller {
    private final Session session;
    private final SessionTokens tokens;
    private volatile SessionTokens.@Nullable Stored last;

    SessionCaller(Session session, SessionTokens tokens) {
        this.session = session;
        this.tokens = tokens;
    }

    public UUID session() {
        return session.id();
    }

    @Override
    public String key() {
        return "session:" + session.id();
    }

    @Override
    public String keycloakSession() {
        return session.keycloakSession();
    }

    @Override
    public Mono<String> accessToken() {
        return tokens.current(session.id()).doOnNext(stored -> last = stored).map(SessionTokens.Stored::accessToken);
    }

    @Override
    public Mono<String> renewedAccessToken() {
        SessionTokens.Stored refused = last;
        if (refused == null) return accessToken();
        return tokens.renewed(session.id(), refused).map(SessionTokens.Stored::accessToken);
    }
}
