package io.moorage.identity.code;

import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes codes, and the numbers that they went to, some time after they expired. */
@Component
class ForgetOldCodes {
    private final CodeRows rows;
    private final Leases leases;
    private final Clock clock;
    private final Duration kept;

    /** @param kept as long as a page that asks for a code may stay open: on it another can be asked for */
    ForgetOldCodes(CodeRows rows, Leases leases, Clock clock, @Value("${moorage.second-factor.kept}") Duration kept) {
        this.rows = rows;
        this.leases = leases;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "${moorage.second-factor.sweep-every}")
    void sweep() {
        if (!leases.hold("forget old codes")) return;
        rows.forgetExpiredBefore(clock.instant().minus(kept));
    }
}
