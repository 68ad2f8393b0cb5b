package io.moorage.gateway.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.revocation.Endings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future.State;
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
    private final Endings endings;
    private final Clock clock;
    private final AsyncCache<Key, AccountToken> tokens;

    AccountTokens(Keycloak keycloak, Endings endings, Clock clock, Ticker ticker) {
        this.keycloak = keycloak;
        this.endings = endings;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(20_000)
                .ticker(ticker)
                .expireAfter(Expiry.creating((Key key, AccountToken token) -> kept(token)))
                .buildAsync();
        endings.whenLogInEnds(this::forget);
        endings.whenRightEnds(this::forgetWhatRestsOn);
    }

    /** @param account handle of the acting account, or null for the caller's own */
    public Mono<AccountToken> of(Caller caller, @Nullable String account) {
        if (account != null && !HANDLE.matcher(account).matches()) {
            return Mono.error(new ProblemException(Problem.ACCOUNT_NOT_GRANTED));
        }
        // An exchange that was under way as the log-in ended may have brought a token after all.
        if (endings.ofLogIn(caller.keycloakSession())) {
            return Mono.error(new ProblemException(Problem.LOGIN_REQUIRED));
        }
        // So might one that was under way as a right changed: the next one is of what holds now.
        return kept(caller, account)
                .flatMap(token -> restsOnWhatEnded(token) ? younger(caller, account, token) : Mono.just(token))
                .filter(token -> !restsOnWhatEnded(token))
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.ACCOUNT_NOT_GRANTED)));
    }

    private Mono<AccountToken> kept(Caller caller, @Nullable String account) {
        Key key = Key.of(caller, account);
        // Who gives up waiting must not take the exchange away from the others that wait for it.
        return Mono.fromFuture(
                () -> tokens.get(key, (k, executor) -> exchange(caller, account).toFuture()), true);
    }

    private boolean restsOnWhatEnded(AccountToken token) {
        return endings.ofAny(token.restsOn());
    }

    /** Another token in the place of one that a service finds too old; those who ask at once get the same. */
    public Mono<AccountToken> younger(Caller caller, @Nullable String account, AccountToken tooOld) {
        Key key = Key.of(caller, account);
        CompletableFuture<AccountToken> kept = tokens.asMap().get(key);
        if (kept != null && kept.state() == State.SUCCESS && kept.resultNow().equals(tooOld)) {
            tokens.asMap().remove(key, kept);
        }
        return kept(caller, account);
    }

    private void forget(String keycloakSession) {
        tokens.asMap().keySet().removeIf(key -> key.keycloakSession.equals(keycloakSession));
    }

    private void forgetWhatRestsOn(String right) {
        tokens.synchronous().asMap().values().removeIf(token -> token.restsOn().contains(right));
    }

    private Mono<AccountToken> exchange(Caller caller, @Nullable String account) {
        if (caller instanceof ApiTokenCaller client)
            return keycloak.redeem(client.value(), account)
                    .onErrorMap(LogInEnded.class, unknown -> new ProblemException(Problem.LOGIN_REQUIRED));
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
            String caller, String keycloakSession, @Nullable String account) {
        static Key of(Caller caller, @Nullable String account) {
            return new Key(caller.key(), caller.keycloakSession(), account);
        }
    }
}
