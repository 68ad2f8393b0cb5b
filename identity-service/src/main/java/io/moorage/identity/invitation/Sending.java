package io.moorage.identity.invitation;

import io.moorage.identity.limit.Allowance;
import io.moorage.identity.limit.Allowances;
import io.moorage.identity.limit.Limit;
import io.moorage.identity.limit.Turns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often invitations are sent. Each is a mail to an address that somebody typed: an account can't pester the world with
 * them, and no address gets them from everywhere.
 */
@Component
class Sending {
    private final Allowances allowances;
    private final Turns turns;
    private final Clock clock;
    private final Limit perAccount;
    private final Limit perAddress;

    Sending(
            Allowances allowances,
            Turns turns,
            Clock clock,
            @Value("${moorage.invitation.sends.per-account}") String perAccount,
            @Value("${moorage.invitation.sends.per-address}") String perAddress) {
        this.allowances = allowances;
        this.turns = turns;
        this.clock = clock;
        this.perAccount = Limit.of(perAccount);
        this.perAddress = Limit.of(perAddress);
    }

    /**
     * One that is refused isn't mailed, and doesn't count.
     *
     * @throws InvitationRefused if the account has sent too many, or the address was sent too many
     */
    void count(String account, String email, Runnable send) {
        List<Allowance> taken = List.of(
                new Allowance("invitations of account", account, perAccount),
                new Allowance("invitations to address", email, perAddress));
        take(taken);
        try {
            send.run();
        } catch (RuntimeException refused) {
            turns.run(() -> allowances.giveBack(taken));
            throw refused;
        }
    }

    private void take(List<Allowance> taken) {
        Instant now = clock.instant();
        turns.run(() -> allowances.take(taken, now).ifPresent(wait -> {
            throw InvitationRefused.tooMany(wait);
        }));
    }
}
