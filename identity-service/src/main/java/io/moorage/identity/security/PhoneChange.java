package io.moorage.identity.security;

import io.moorage.identity.code.CodeCheck;
import io.moorage.identity.code.CodeCheck.Checked;
import io.moorage.identity.code.CodeCheck.Try;
import io.moorage.identity.code.Codes;
import io.moorage.identity.code.Codes.Sent;
import io.moorage.identity.code.Codes.Wish;
import io.moorage.identity.keycloak.KeycloakUsers;
import io.moorage.identity.number.PhoneNumber;
import io.moorage.identity.operator.Channel;
import io.moorage.web.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the mobile number: a code proves first that the new one is the user's. */
@Component
class PhoneChange {
    private final Codes codes;
    private final CodeCheck check;
    private final KeycloakUsers keycloak;
    private final FreshLogIn fresh;

    PhoneChange(Codes codes, CodeCheck check, KeycloakUsers keycloak, FreshLogIn fresh) {
        this.codes = codes;
        this.check = check;
        this.keycloak = keycloak;
        this.fresh = fresh;
    }

    Challenge begin(Caller caller, PhoneNumber number, String language, @Nullable String address) {
        fresh.require(caller);
        return send(new Wish(UUID.randomUUID(), caller.userId(), number, Channel.SMS, language, address));
    }

    /** Needs no fresh log-in: whoever holds the challenge had one, and the code may have taken longer. */
    Challenge resend(Caller caller, UUID challenge, Channel channel, String language, @Nullable String address) {
        PhoneNumber number = codes.numberOf(challenge, caller.userId());
        return send(new Wish(challenge, caller.userId(), number, channel, language, address));
    }

    private Challenge send(Wish wish) {
        Sent sent = codes.send(wish);
        return new Challenge(
                wish.challenge(), wish.number().masked(), sent.expiresAt(), sent.otherWaysAt(), sent.serverTime());
    }

    /** Keycloak, which writes it down, reports it as a fact. */
    void verify(Caller caller, UUID challenge, String code, @Nullable String address) {
        keycloak.security(caller.userId()); // whether it is there at all: the code is good only once
        Checked checked = check.check(new Try(challenge, caller.userId(), code, address));
        switch (checked.outcome()) {
            case WRONG -> throw SecurityRefused.codeWrong();
            case EXPIRED -> throw SecurityRefused.codeExpired();
            case RIGHT -> keycloak.putPhone(caller.userId(), checked.number());
        }
    }

    /** @param number where the code goes, masked */
    record Challenge(UUID challenge, String number, Instant expiresAt, Instant otherWaysAt, Instant serverTime) {}
}
