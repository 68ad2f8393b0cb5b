package io.moorage.keycloak.phone;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.keycloak.internal.Answer;
import io.moorage.keycloak.internal.InternalService;
import io.moorage.keycloak.internal.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** identity-service's codes: sent, sent again, checked; and its word on what a number is. */
final class Codes implements AutoCloseable {

    private static final String PATH = "/internal/second-factor/";
    private static final Set<Integer> REFUSALS = Set.of(409, 422, 429);
    private static final String NO_OPERATOR = "no-operator-available";

    private final InternalService identity;

    Codes(InternalService identity) {
        this.identity = identity;
    }

    /** An order to send a code; the first one of a challenge goes by SMS. */
    record Order(
            String challenge, String userId, PhoneNumber number, String channel, String language, String address) {}

    /** How long the code is good, and how long until it can be sent in another way, from now on. */
    record Sent(Duration good, Duration otherWays) {}

    enum Outcome {
        RIGHT,
        WRONG,
        EXPIRED
    }

    Sent send(Order order) throws Refused, Unavailable {
        return good(identity.order(PATH + "codes", order)).read(Times.class).fromNow();
    }

    Outcome check(String challenge, String userId, String code, String address) throws Refused, Unavailable {
        Answer answer = good(identity.order(PATH + "codes/check", new Check(challenge, userId, code, address)));
        return switch (answer.read(Checked.class).outcome()) {
            case "right" -> Outcome.RIGHT;
            case "wrong" -> Outcome.WRONG;
            case "expired" -> Outcome.EXPIRED;
            default -> throw new Unavailable("identity-service answered an unknown outcome");
        };
    }

    /** What somebody typed, as a number that codes can be sent to. A number with + needs no country. */
    PhoneNumber number(String typed, String country) throws Refused, Unavailable {
        String number = good(identity.ask("POST", PATH + "numbers", new Typed(typed, country)))
                .read(Number.class)
                .number();
        try {
            return new PhoneNumber(number);
        } catch (IllegalArgumentException e) {
            throw new Unavailable("identity-service answered something that is no number", e);
        }
    }

    private static Answer good(Answer answer) throws Refused, Unavailable {
        if (answer.status() == 200) return answer;
        String problem = answer.problem();
        if (REFUSALS.contains(answer.status()) || NO_OPERATOR.equals(problem))
            throw new Refused(problem, answer.retryAfter());
        throw answer.unexpected();
    }

    @Override
    public void close() {
        identity.close();
    }

    private record Check(String challenge, String userId, String code, String address) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Typed(String number, @Nullable String country) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Checked(String outcome) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Number(String number) {}

    /** Instants by identity-service's clock, which may differ from ours: only what lies between them counts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Times(String expiresAt, String otherWaysAt, String serverTime) {

        Sent fromNow() throws Unavailable {
            try {
                Instant now = Instant.parse(serverTime);
                return new Sent(
                        Duration.between(now, Instant.parse(expiresAt)),
                        Duration.between(now, Instant.parse(otherWaysAt)));
            } catch (DateTimeParseException | NullPointerException e) {
                throw new Unavailable("identity-service answered without times", e);
            }
        }
    }
}
