package io.moorage.identity.apitoken;

import io.moorage.identity.delegation.Access;
import java.time.Instant;

/** Everything that can have happened to an API token; stored, and private to this service. */
public sealed interface ApiTokenEvent {
    String tokenId();

    /** The token itself isn't told, nor its name, which may be anything. */
    record ApiTokenCreated(String tokenId, String userId, String account, Access access, Instant at)
            implements ApiTokenEvent {}

    record ApiTokenRevoked(String tokenId, String userId, String account, Instant at) implements ApiTokenEvent {}
}
