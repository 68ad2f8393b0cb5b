package io.moorage.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** identity-service's codes as its interface describes them, kept in the clear. Its clock is an hour ahead. */
final class StubCodes {

    private static final Duration SKEW = Duration.ofHours(1);
    private static final Duration GOOD = Duration.ofMinutes(10);

    /** What went out to a phone. */
    record Sent(String challenge, String userId, String number, String channel, String language, String code) {}

    record Reply(int status, Map<String, Object> body) {

        static Reply problem(int status, String code) {
            return new Reply(status, Map.of("status", status, "code", code));
        }
    }

    private record Open(String userId, String code, Instant otherWaysAt, Instant expiresAt) {}

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private volatile Duration wait = Duration.ofMinutes(5);
    private volatile @Nullable Reply refusal;
    private int next = 100_000;

    void reset() {
        sent.clear();
        wait = Duration.ofMinutes(5);
        refusal = null;
    }

    /** Codes can be sent in another way at once. */
    void waitsNotAtAll() {
        wait = Duration.ZERO;
    }

    void expireAll() {
        open.replaceAll((challenge, code) -> new Open(code.userId(), code.code(), code.otherWaysAt(), Instant.EPOCH));
    }

    /** Everything is answered like this, until the next reset. */
    void refuses(int status, String code) {
        refusal = Reply.problem(status, code);
    }

    void answersAgain() {
        refusal = null;
    }

    Sent last() {
        return sent.getLast();
    }

    synchronized Reply answer(String path, JsonNode question) {
        Reply refused = refusal;
        if (refused != null) return refused;
        return switch (path.substring(path.indexOf("second-factor/") + 14)) {
            case "codes" -> send(question);
            case "codes/check" -> check(question);
            case "numbers" -> number(question.path("number").asText());
            default -> Reply.problem(404, "not-found");
        };
    }

    private Reply send(JsonNode order) {
        String challenge = order.path("challenge").asText();
        Open before = open.get(challenge);
        if (before == null && !order.path("channel").asText().equals("sms")) return Reply.problem(400, "sms-first");
        if (before != null && Instant.now().isBefore(before.otherWaysAt()))
            return Reply.problem(409, "resend-too-early");
        String code = Integer.toString(next += 7);
        Instant now = Instant.now();
        open.put(challenge, new Open(order.path("userId").asText(), code, now.plus(wait), now.plus(GOOD)));
        sent.add(new Sent(
                challenge,
                order.path("userId").asText(),
                order.path("number").asText(),
                order.path("channel").asText(),
                order.path("language").asText(),
                code));
        return new Reply(
                200,
                Map.of(
                        "sentAt", text(now),
                        "expiresAt", text(now.plus(GOOD)),
                        "otherWaysAt", text(now.plus(wait)),
                        "serverTime", text(now)));
    }

    private Reply check(JsonNode answer) {
        String challenge = answer.path("challenge").asText();
        Open code = open.get(challenge);
        boolean right = code != null
                && code.userId().equals(answer.path("userId").asText())
                && code.code().equals(answer.path("code").asText());
        boolean expired = right && code != null && Instant.now().isAfter(code.expiresAt());
        if (right && !expired) open.remove(challenge);
        String outcome = expired ? "expired" : right ? "right" : "wrong";
        return new Reply(200, Map.of("outcome", outcome, "serverTime", text(Instant.now())));
    }

    private static Reply number(String typed) {
        String digits = typed.replaceAll("[ .-]", "");
        String number = digits.startsWith("0") ? "+33" + digits.substring(1) : digits;
        if (!number.matches("\\+33[1-9]\\d{8}")) return Reply.problem(422, "phone-number-invalid");
        if (!number.matches("\\+33[67].*")) return Reply.problem(422, "phone-number-refused");
        return new Reply(200, Map.of("number", number, "shown", number));
    }

    private static String text(Instant instant) {
        return instant.plus(SKEW).toString();
    }
}
