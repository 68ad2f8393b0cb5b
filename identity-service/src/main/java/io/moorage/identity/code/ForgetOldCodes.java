package io.moorage.identity.code;

import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes codes, and the numbers that they went to, some time after they expired, and allowances that are whole again. */
@Component
class ForgetOldCodes {
    private final CodeRows rows;
    private final Allowances allowances;
    private final Leases leases;
    private final Clock clock;
    private final Duration kept;

    /** @param kept as long as a page that asks for a code may stay open: on it another can be asked for */
    ForgetOldCodes(
            CodeRows rows,
            Allowances allowances,
            Leases leases,
            Clock clock,
            @Value("${moorage.second-factor.kept}") Duration kept) {
        this.rows = rows;
        this.allowances = allowances;
        this.leases = leases;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "${moorage.second-factor.sweep-every}")
    void sweep() {
        if (!leases.hold("forget old codes")) return;
        Instant now = clock.instant();
        rows.forgetExpiredBefore(now.minus(kept));
        rows.inTurn(() -> {
            allowances.forgetUnused(now);
            return now;
        });
    }
}
