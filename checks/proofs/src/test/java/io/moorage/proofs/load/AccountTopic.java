package io.moorage.proofs.load;

import io.moorage.proofs.stage.Stage;
import io.moorage.testkit.TestTopic;
import java.util.UUID;

/** Opens accounts as account-service would tell of them on Kafka. */
public final class AccountTopic {
    private final TestTopic topic;
    private final Journal journal;

    public AccountTopic(Stage stage) {
        this.topic = new TestTopic(stage.kafka.bootstrap(), "moorage.account");
        this.journal = stage.journal;
    }

    /** @return the event's id */
    public String open(String account) {
        String id = UUID.randomUUID().toString();
        topic.publish(
                account,
                "io.moorage.account.AccountOpened.v1",
                id,
                "{\"account\":\"%s\",\"owner\":\"u-1\",\"kind\":\"customer\",\"currency\":\"EUR\"}".formatted(account));
        journal.opened(account);
        return id;
    }
}
