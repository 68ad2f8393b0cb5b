package io.moorage.identity.code;

import io.moorage.identity.limit.Allowance;
import io.moorage.identity.limit.Allowances;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what is typed against the code that was sent. */
@Component
public class CodeCheck {
    private static final int WRONG_TRIES = 5;
    private static final byte[] NONE = new byte[32];

    private final CodeRows rows;
    private final Allowances allowances;
    private final Limits limits;
    private final CodeKey key;
    private final Clock clock;

    CodeCheck(CodeRows rows, Allowances allowances, Limits limits, CodeKey key, Clock clock) {
        this.rows = rows;
        this.allowances = allowances;
        this.limits = limits;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Whatever is wrong, the answer and the work for it are the same: each try is first taken from the allowances, and
     * given back if it was right.
     *
     * @throws RuntimeException a refusal, if too many tries were wrong
     */
    public Checked check(Try attempt) {
        byte[] typed = key.hash(attempt.challenge(), attempt.userId(), attempt.code());
        return rows.inTurn(() -> {
            Instant now = clock.instant();
            Optional<CodeRow> found = rows.lock(attempt.challenge());
            List<Allowance> taken = limits.ofTry(
                    attempt.userId(),
                    found.map(CodeRow::number).orElseGet(attempt.challenge()::toString),
                    attempt.address());
            allowances.take(taken, now).ifPresent(time -> {
                throw CodeRefused.tooManyTries(time);
            });
            Outcome outcome = outcome(found, attempt.userId(), typed, now);
            if (outcome == Outcome.RIGHT) {
                rows.delete(attempt.challenge());
                allowances.giveBack(taken);
            } else rows.countWrong(attempt.challenge(), attempt.userId(), WRONG_TRIES);
            return new Checked(outcome, found.map(CodeRow::number).orElse(""), clock.instant());
        });
    }

    private static Outcome outcome(Optional<CodeRow> found, String userId, byte[] typed, Instant now) {
        CodeRow row = found.orElse(null);
        boolean isEqual = MessageDigest.isEqual(row == null || row.hash() == null ? NONE : row.hash(), typed);
        if (row == null || !row.userId().equals(userId)) return Outcome.WRONG;
        if (row.hash() == null || !now.isBefore(row.expiresAt())) return Outcome.EXPIRED;
        return isEqual ? Outcome.RIGHT : Outcome.WRONG;
    }

    /**
     * @param code as it was typed
     * @param address where the user is; null if nobody knows
     */
    public record Try(
            UUID challenge,
            String userId,
            String code,
            @Nullable String address) {
        @Override
        public String toString() {
            return "Try of " + challenge;
        }
    }

    /** @param number where the code went; empty for an unknown challenge */
    public record Checked(Outcome outcome, String number, Instant serverTime) {
        @Override
        public String toString() {
            return "Checked " + outcome;
        }
    }

    /** Expired is a code of the user's that was good once and can't be any more; all else is wrong. */
    public enum Outcome {
        RIGHT,
        WRONG,
        EXPIRED
    }
}
