package io.moorage.cli.session;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Gives the access token for a gateway, renewed where needed. Processes that run at once renew one after the other, and
 * those that waited take what the first brought: a refresh token used twice would end the log-in.
 */
public final class AccessTokens {
    /** A token that ends sooner might do so on its way. */
    private static final int MARGIN = 20;

    private final CredentialsFile file;
    private final Http http;
    private final Texts texts;
    private final Clock clock;
    private final String gateway;

    public AccessTokens(CredentialsFile file, Http http, Texts texts, Clock clock, String gateway) {
        this.file = file;
        this.http = http;
        this.texts = texts;
        this.clock = clock;
        this.gateway = gateway;
    }

    /** A token that is good for a while. */
    public String current() {
        Credentials kept = kept();
        return isFresh(kept) ? kept.accessToken() : renewed(kept.accessToken());
    }

    /** Another token than the one that was refused. */
    public String renewed(String refused) {
        return file.alone(() -> {
            Credentials kept = kept();
            boolean another = !kept.accessToken().equals(refused);
            return another && isFresh(kept) ? kept.accessToken() : renew(kept);
        });
    }

    private String renew(Credentials kept) {
        if (kept.isApiToken()) throw new CommandFailed(ExitCode.NOT_LOGGED_IN, texts.of("token-refused"));
        Instant asked = clock.instant();
        Http.Reply reply = ask(
                kept.tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        DeviceGrant.CLIENT,
                        "refresh_token",
                        kept.refreshToken()));
        if (reply.error().equals("invalid_grant")) {
            file.forget(gateway);
            throw new CommandFailed(ExitCode.NOT_LOGGED_IN, texts.of("login-ended"));
        }
        if (reply.status() != 200) throw http.notReachable(kept.tokenEndpoint());
        Credentials next = Credentials.granted(kept.tokenEndpoint(), kept.endSessionEndpoint(), reply.body(), asked);
        file.keep(gateway, next);
        return next.accessToken();
    }

    /** Ends the log-in, so that nothing of it can be used any more, anywhere. False if there was none. */
    public boolean end() {
        return file.alone(() -> {
            Credentials kept = file.of(gateway);
            if (kept == null) return false;
            file.forget(gateway);
            if (kept.isApiToken()) return true; // others may use it: it is revoked, not logged out
            Http.Reply reply = ask(
                    kept.endSessionEndpoint(),
                    Map.of("client_id", DeviceGrant.CLIENT, "refresh_token", kept.refreshToken()));
            boolean ended = reply.status() / 100 == 2 || reply.error().equals("invalid_grant");
            if (!ended) throw http.notReachable(kept.endSessionEndpoint());
            return true;
        });
    }

    private Http.Reply ask(String url, Map<String, String> form) {
        try {
            return http.post(url, form);
        } catch (IOException away) {
            throw http.notReachable(url);
        }
    }

    private Credentials kept() {
        Credentials kept = file.of(gateway);
        if (kept != null) return kept;
        throw new CommandFailed(ExitCode.NOT_LOGGED_IN, texts.of("not-logged-in"));
    }

    private boolean isFresh(Credentials kept) {
        return clock.instant().plusSeconds(MARGIN).isBefore(kept.accessEnds());
    }
}
