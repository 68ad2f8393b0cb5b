package io.moorage.gateway.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Account-scoped tokens, exchanged once per caller and account and kept until shortly before they end. */
@Component
public class AccountTokens {
    private static final Pattern HANDLE = Pattern.compile("[a-z]{2}[0-9]{1,12}-[a-z]{2,8}");
    private static final Duration MARGIN = Duration.ofSeconds(15);
    private static final Duration WHILE_PREPARED = Duration.ofSeconds(1);

    private final Keycloak keycloak;
    private final Clock clock;
    private final AsyncCache<Key, AccountToken> tokens;

    AccountTokens(Keycloak keycloak, Clock clock, Ticker ticker) {
        this.keycloak = keycloak;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(20_000)
                .ticker(ticker)
                .expireAfter(Expiry.creating((Key key, AccountToken token) -> kept(token)))
                .buildAsync();
    }

    /** @param account handle of the acting account, or null for the caller's own */
    public Mono<AccountToken> of(Caller caller, @Nullable String account) {
        if (account != null && !HANDLE.matcher(account).matches()) {
            return Mono.error(new ProblemException(Problem.ACCOUNT_NOT_GRANTED));
        }
        Key key = new Key(caller.key(), caller.keycloakSession(), account);
        // Who gives up waiting must not take the exchange away from the others that wait for it.
        return Mono.fromFuture(
                () -> tokens.get(key, (k, executor) -> exchange(caller, account).toFuture()), true);
    }

    /** Forgets what was exchanged under a log-in that has ended. */
    public void forget(String keycloakSession) {
        tokens.asMap().keySet().removeIf(key -> key.keycloakSession.equals(keycloakSession));
    }

    private Mono<AccountToken> exchange(Caller caller, @Nullable String account) {
        return caller.accessToken()
                .flatMap(token -> keycloak.exchange(token, account))
                .onErrorResume(
                        LogInEnded.class,
                        ended -> caller.renewedAccessToken().flatMap(token -> keycloak.exchange(token, account)))
                .onErrorMap(LogInEnded.class, ended -> new ProblemException(Problem.LOGIN_REQUIRED));
    }

    private Duration kept(AccountToken token) {
        if (token.account() == null) return WHILE_PREPARED;
        Duration left = Duration.between(clock.instant(), token.endsAt()).minus(MARGIN);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private record Key(
            String caller, String keycloakSession, @Nullable String account) {}
}
