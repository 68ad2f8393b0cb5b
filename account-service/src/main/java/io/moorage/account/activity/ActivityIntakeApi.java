package io.moorage.account.activity;

import io.moorage.web.Internal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what gateways wrote down. */
@RestController
@Hidden // for gateways
class ActivityIntakeApi {
    private final ActivityLog log;

    ActivityIntakeApi(ActivityLog log) {
        this.log = log;
    }

    /** Answers when all are stored, so that the gateway may forget them; those told again are stored once. */
    @PutMapping("/internal/activities")
    @Internal
    Taken take(@RequestBody Told told) {
        return new Taken(log.append(told.activities()));
    }

    record Told(List<Activity> activities) {}

    /** @param waiting those that can't be stored yet and must be told again */
    record Taken(List<UUID> waiting) {}
}
