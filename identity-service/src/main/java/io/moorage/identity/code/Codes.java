package io.moorage.identity.code;

import io.moorage.identity.limit.Allowance;
import io.moorage.identity.limit.Allowances;
import io.moorage.identity.number.PhoneNumber;
import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Message;
import io.moorage.identity.operator.Operators;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends codes. */
@Component
public class Codes {
    private final CodeRows rows;
    private final Allowances allowances;
    private final Limits limits;
    private final CodeKey key;
    private final CodeTexts texts;
    private final Operators operators;
    private final Clock clock;
    private final Duration validFor;
    private final Duration wait;

    /** @param wait how long a code may take before another way is offered */
    Codes(
            CodeRows rows,
            Allowances allowances,
            Limits limits,
            CodeKey key,
            CodeTexts texts,
            Operators operators,
            Clock clock,
            @Value("${moorage.second-factor.valid-for}") Duration validFor,
            @Value("${moorage.second-factor.wait}") Duration wait) {
        this.rows = rows;
        this.allowances = allowances;
        this.limits = limits;
        this.key = key;
        this.texts = texts;
        this.operators = operators;
        this.clock = clock;
        this.validFor = validFor;
        this.wait = wait;
    }

    /**
     * Sends a code that replaces the challenge's last one.
     *
     * @throws RuntimeException a refusal: too early, too many, no operator; the last code is good then as it was
     */
    public Sent send(Wish wish) {
        String code = key.newCode();
        Instant now = now();
        CodeRow fresh = new CodeRow(
                wish.challenge(),
                wish.userId(),
                wish.number().e164(),
                key.hash(wish.challenge(), wish.userId(), code),
                0,
                null,
                now,
                now.plus(validFor),
                now.plus(wait));
        List<Allowance> taken = limits.ofSend(wish.userId(), wish.number().e164(), wish.address());
        Optional<CodeRow> before = replace(wish, fresh, taken);
        Message message = texts.message(wish.channel(), wish.number().e164(), wish.language(), code);
        try {
            String operator =
                    operators.hand(message, before.isPresent() ? before.get().operator() : null);
            rows.carriedBy(wish.challenge(), operator);
        } catch (RuntimeException e) {
            putBack(fresh, before, taken);
            throw e;
        }
        return new Sent(fresh.sentAt(), fresh.expiresAt(), fresh.otherWaysAt(), now());
    }

    /** Before it is sent: a code that arrives must be good already. */
    private Optional<CodeRow> replace(Wish wish, CodeRow fresh, List<Allowance> taken) {
        return rows.inTurn(() -> {
            Optional<CodeRow> before = rows.lock(wish.challenge());
            if (before.isPresent()) mayFollow(before.get(), fresh);
            else if (wish.channel() != Channel.SMS) throw CodeRefused.resendTooEarly(wait);
            allowances.take(taken, fresh.sentAt()).ifPresent(time -> {
                throw CodeRefused.tooManyCodes(time);
            });
            rows.put(fresh);
            return before;
        });
    }

    private static void mayFollow(CodeRow before, CodeRow fresh) {
        if (!before.userId().equals(fresh.userId()) || !before.number().equals(fresh.number()))
            throw CodeRefused.challengeTaken();
        if (fresh.sentAt().isBefore(before.otherWaysAt()))
            throw CodeRefused.resendTooEarly(Duration.between(fresh.sentAt(), before.otherWaysAt()));
    }

    /** Nobody took it: the user may try again at once, and the last code may still arrive. */
    private void putBack(CodeRow fresh, Optional<CodeRow> before, List<Allowance> taken) {
        rows.inTurn(() -> {
            Optional<CodeRow> now = rows.lock(fresh.challenge());
            if (now.isPresent() && MessageDigest.isEqual(now.get().hash(), fresh.hash()))
                before.ifPresentOrElse(rows::put, () -> rows.delete(fresh.challenge()));
            allowances.giveBack(taken);
            return now;
        });
    }

    /**
     * The number that a challenge of the user's is for.
     *
     * @throws CodeRefused if there is no such challenge, or not any more
     */
    public PhoneNumber numberOf(UUID challenge, String userId) {
        return rows.find(challenge)
                .filter(row -> row.userId().equals(userId))
                .map(row -> new PhoneNumber(row.number()))
                .orElseThrow(CodeRefused::challengeUnknown);
    }

    /** In the database's precision. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param challenge one for each log-in, or change of a number
     * @param language {@code fr} or {@code en}
     * @param address where the user is; null if nobody knows
     */
    public record Wish(
            UUID challenge,
            String userId,
            PhoneNumber number,
            Channel channel,
            String language,
            @Nullable String address) {}

    /** @param otherWaysAt from when another operator, or a call, can be asked for */
    public record Sent(Instant sentAt, Instant expiresAt, Instant otherWaysAt, Instant serverTime) {}
}
