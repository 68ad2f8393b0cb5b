package io.moorage.identity.apitoken;

import io.moorage.identity.apitoken.ApiTokenCommand.CreateApiToken;
import io.moorage.identity.apitoken.ApiTokenCommand.RevokeApiToken;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenCreated;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenRevoked;
import io.moorage.identity.delegation.Access;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-31T00:00:00Z");
    private static final Access READ = new Access(List.of("services:read"), Access.ALL, JANUARY);
    private static final Access READ_FOR_EVER = new Access(List.of("services:read"), Access.ALL, null);

    private final AggregateTestFixture<ApiToken> token = new AggregateTestFixture<>(ApiToken.class);

    @Test
    void whoever_holds_it_puts_it_into_a_token_without_managing_users() {
        token.givenNoPriorActivity().when(create(READ_FOR_EVER)).expectEvents(created());
    }

    @Test
    void nobody_puts_more_into_a_token_than_they_hold() {
        for (Access held : List.of(
                Access.NONE,
                new Access(List.of("billing:read"), Access.ALL, null),
                new Access(List.of("services:read"), List.of("10427"), null),
                new Access(List.of("services:read"), Access.ALL, JANUARY.minusSeconds(1))))
            new AggregateTestFixture<>(ApiToken.class)
                    .givenNoPriorActivity()
                    .when(create(held))
                    .expectNoEvents()
                    .expectExceptionMessage("not-yours-to-grant");
    }

    @Test
    void it_is_revoked_once() {
        token.given(created()).when(revoke("tina", ACCOUNT)).expectEvents(revoked());
        new AggregateTestFixture<>(ApiToken.class)
                .given(created(), revoked())
                .when(revoke("tina", ACCOUNT))
                .expectNoEvents();
    }

    @Test
    void anothers_is_not_there_nor_is_ones_own_while_acting_for_another_account() {
        token.given(created()).when(revoke("olga", ACCOUNT)).expectExceptionMessage("not-found");
        new AggregateTestFixture<>(ApiToken.class)
                .given(created())
                .when(revoke("tina", "zz22222-mo"))
                .expectExceptionMessage("not-found");
    }

    private static CreateApiToken create(Access held) {
        return new CreateApiToken("t-1", "tina", ACCOUNT, READ, held, AT);
    }

    private static RevokeApiToken revoke(String user, String account) {
        return new RevokeApiToken("t-1", user, account, AT);
    }

    private static ApiTokenCreated created() {
        return new ApiTokenCreated("t-1", "tina", ACCOUNT, READ, AT);
    }

    private static ApiTokenRevoked revoked() {
        return new ApiTokenRevoked("t-1", "tina", ACCOUNT, AT);
    }
}
