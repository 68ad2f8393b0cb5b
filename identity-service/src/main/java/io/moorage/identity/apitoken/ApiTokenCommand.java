package io.moorage.identity.apitoken;

import io.moorage.identity.delegation.Access;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an API token. */
public sealed interface ApiTokenCommand {

    /** @param held what the user holds on the account at this moment */
    record CreateApiToken(
            @TargetAggregateIdentifier String tokenId,
            String userId,
            String account,
            Access access,
            Access held,
            Instant at)
            implements ApiTokenCommand {}

    /** @param account that the user acts for */
    record RevokeApiToken(@TargetAggregateIdentifier String tokenId, String userId, String account, Instant at)
            implements ApiTokenCommand {}
}
