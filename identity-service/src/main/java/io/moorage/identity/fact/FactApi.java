package io.moorage.identity.fact;

import io.moorage.web.Internal;
import io.moorage.web.Malformed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where Keycloak reports. Answered when it is stored, so that whoever gets no answer says it again. */
@RestController
@RequestMapping("/internal")
@Hidden // for Keycloak
class FactApi {
    private static final Set<String> REASONS = Set.of("log-out", "ended-by-user", "expired");

    private final Facts facts;

    FactApi(Facts facts) {
        this.facts = facts;
    }

    @PostMapping("/users/{userId}/security-changes")
    @Internal
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void securityChanged(@PathVariable String userId, @RequestBody SecurityReport report) {
        facts.securityChanged(
                userId,
                required(report.id()),
                SecurityFactor.of(required(report.factor())).orElseThrow(FactApi::malformed),
                SecurityChange.of(required(report.change())).orElseThrow(FactApi::malformed),
                required(report.at()));
    }

    @PostMapping("/sessions/ended")
    @Internal
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sessionEnded(@RequestBody SessionReport report) {
        String reason = required(report.reason());
        if (!REASONS.contains(reason)) throw malformed();
        facts.sessionEnded(required(report.userId()), required(report.sessionId()), reason, required(report.at()));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null || value.toString().isBlank()) throw malformed();
        return value;
    }

    private static Malformed malformed() {
        return new Malformed("malformed-request");
    }

    /** @param id tells a repetition from another change */
    record SecurityReport(
            @Nullable UUID id,
            @Nullable String factor,
            @Nullable String change,
            @Nullable Instant at) {}

    record SessionReport(
            @Nullable String userId,
            @Nullable String sessionId,
            @Nullable String reason,
            @Nullable Instant at) {}
}
