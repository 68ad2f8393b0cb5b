package io.moorage.identity.apitoken;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.apitoken.ApiTokenCommand.CreateApiToken;
import io.moorage.identity.apitoken.ApiTokenCommand.RevokeApiToken;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenCreated;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenRevoked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A user's right to act for an account without logging in, with no more than they hold. */
@AggregateRoot(type = "api-token")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class ApiToken {
    @AggregateIdentifier
    private String tokenId;

    private String userId;
    private String account;
    private boolean revoked;

    ApiToken() {}

    @CommandHandler
    ApiToken(CreateApiToken create) {
        if (!create.held().covers(create.access())) throw ApiTokenRefused.notYoursToGrant();
        apply(new ApiTokenCreated(create.tokenId(), create.userId(), create.account(), create.access(), create.at()));
    }

    @CommandHandler
    void decide(RevokeApiToken revoke) {
        if (!revoke.userId().equals(userId) || !revoke.account().equals(account)) throw ApiTokenRefused.notFound();
        if (!revoked) apply(new ApiTokenRevoked(tokenId, userId, account, revoke.at()));
    }

    @EventSourcingHandler
    void evolve(ApiTokenCreated event) {
        tokenId = event.tokenId();
        userId = event.userId();
        account = event.account();
    }

    @EventSourcingHandler
    void evolve(ApiTokenRevoked event) {
        revoked = true;
    }
}
