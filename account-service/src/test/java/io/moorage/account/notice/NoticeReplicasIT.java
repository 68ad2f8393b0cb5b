package io.moorage.account.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountApplication;
import io.moorage.account.AccountServiceTest;
import io.moorage.contracts.Uuid7;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@AccountServiceTest
class NoticeReplicasIT {
    private static final int ACTIONS = 24;

    @Autowired
    Environment settings;

    @Autowired
    JdbcTemplate sql;

    final String account = "no-" + Uuid7.next();

    @Test
    void two_replicas_that_hear_everything_twice_add_each_notice_once_and_in_order() {
        OtherServices others = new OtherServices(account);
        List<String> actions = IntStream.range(0, ACTIONS)
                .mapToObj(i -> Uuid7.next().toString())
                .toList();
        actions.subList(0, ACTIONS / 2).forEach(action -> tellAllTwice(others, action));
        try (ConfigurableApplicationContext replica = replica()) {
            actions.subList(ACTIONS / 2, ACTIONS).forEach(action -> tellAllTwice(others, action));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(ended()).isEqualTo(ACTIONS));
            assertThat(replica.isRunning()).isTrue();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(published("action/")).hasSize(stored()));
        for (String action : actions)
            assertThat(String.join(", ", published("action/" + action)))
                    .isIn("server-action-requested, server-action-succeeded", "server-action-succeeded");
    }

    private static void tellAllTwice(OtherServices others, String action) {
        others.requested(action);
        others.requested(action);
        String event = others.finished(action, "succeeded");
        others.finished(action, "succeeded", event);
    }

    private ConfigurableApplicationContext replica() {
        String[] same = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "moorage.kafka",
                        "moorage.issuer",
                        "moorage.internal-secret",
                        "moorage.identity-url",
                        "moorage.public-url",
                        "moorage.mail.key",
                        "spring.mail.host",
                        "spring.mail.port")
                .map(name -> "--" + name + "=" + settings.getRequiredProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(AccountApplication.class).run(same);
    }

    private int ended() {
        return count("select count(*) from notice where account = ? and code = 'server-action-succeeded'");
    }

    private int stored() {
        return count("select count(*) from notice where account = ?");
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class, account);
        return found == null ? 0 : found;
    }

    /** The codes of what was published under such keys, in order for each. */
    private List<String> published(String key) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                        .all(event -> account.equals(event.attributes().get("account"))
                                && event.key().startsWith(key))
                        .stream()
                        .map(event -> event.value().replaceAll(".*\"code\":\"([a-z-]+)\".*", "$1"))
                        .toList();
    }
}
