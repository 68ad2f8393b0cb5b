package io.moorage.identity.grant;

import io.moorage.identity.grant.OwnershipCommand.GrantOwnership;
import io.moorage.identity.grant.OwnershipEvent.OwnershipGranted;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<Ownership> ownership = new AggregateTestFixture<>(Ownership.class);

    @Test
    void an_account_belongs_to_whom_it_was_opened_for() {
        ownership
                .givenNoPriorActivity()
                .when(new GrantOwnership("xx11111-mo", "u-1", "customer", AT))
                .expectEvents(new OwnershipGranted("xx11111-mo", "u-1", "customer", AT));
    }
}
