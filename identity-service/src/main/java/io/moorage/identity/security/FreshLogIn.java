package io.moorage.identity.security;

import io.moorage.web.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether somebody proved a moment ago who they are: a session that was left open is no proof. */
@Component
class FreshLogIn {
    private final Clock clock;
    private final Duration freshFor;

    FreshLogIn(Clock clock, @Value("${moorage.second-factor.fresh-for}") Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    /** Null if the token doesn't tell when they logged in. */
    @Nullable
    Instant until(Caller caller) {
        Instant at = caller.loggedInAt();
        return at == null ? null : at.plus(freshFor);
    }

    /** @throws SecurityRefused with {@code fresh-log-in-required} */
    void require(Caller caller) {
        Instant until = until(caller);
        if (until == null || !clock.instant().isBefore(until)) throw SecurityRefused.freshLogInRequired();
    }
}
