package io.moorage.identity.user;

import io.moorage.identity.user.UserCommand.RegisterUser;
import io.moorage.identity.user.UserEvent.UserRegistered;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<User> user = new AggregateTestFixture<>(User.class);

    @Test
    void a_user_is_registered_by_nothing_but_their_id() {
        user.givenNoPriorActivity().when(new RegisterUser("u-1", AT)).expectEvents(new UserRegistered("u-1", AT));
    }
}
