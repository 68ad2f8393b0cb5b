package io.moorage.account;

import io.moorage.contracts.Uuid7;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.util.UUID;

/** Somebody new, with what identity-service tells about them. */
public final class Newcomer {
    /** Whom the settings name as the owner of the provider's account. */
    public static final String PROVIDERS_OWNER = "01936a10-0000-7000-8003-000005000202";

    public final String id;

    public Newcomer() {
        this(Uuid7.next().toString());
    }

    /** Whose id was chosen with care. */
    public Newcomer(String id) {
        this.id = id;
    }

    /** As identity-service would tell it, and then say who it is. */
    public Newcomer registers() {
        StubIdentity.knows(id);
        isTold(UUID.randomUUID().toString());
        return this;
    }

    public void isTold(String eventId) {
        new TestTopic(TestKafka.sharedBootstrap(), "moorage.identity")
                .publish(id, "io.moorage.identity.UserRegistered.v1", eventId, "{\"userId\":\"" + id + "\"}");
    }
}
