package io.moorage.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityApplication;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.TestPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two replicas on one database. */
@IdentityTest
class CodeReplicasIT {
    private static final int SENDS_AT_ONCE = 10;

    @LocalServerPort
    int port;

    @Autowired
    Environment settings;

    @Test
    void two_replicas_share_codes_and_limits() throws Exception {
        try (ConfigurableApplicationContext replica = replica()) {
            int other = Integer.parseInt(replica.getEnvironment().getRequiredProperty("local.server.port"));
            Asker user = new Asker(port);
            UUID challenge = UUID.randomUUID();
            user.asks(challenge).expectStatus().isOk();
            assertThat(user.at(other).outcome(challenge, user.lastCode())).isEqualTo("right");
            assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("wrong");

            List<Integer> answers = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(16)) {
                List<Future<Integer>> asked = IntStream.range(0, 40)
                        .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? user : user.at(other))
                                .asks(UUID.randomUUID())
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value()))
                        .toList();
                for (Future<Integer> answer : asked) answers.add(answer.get());
            }

            assertThat(answers.stream().filter(status -> status == 200)).hasSize(SENDS_AT_ONCE - 1);
            assertThat(answers.stream().filter(status -> status == 429)).hasSize(40 - SENDS_AT_ONCE + 1);
            assertThat(TestPhone.messages(user.number)).hasSize(SENDS_AT_ONCE);
        }
    }

    private ConfigurableApplicationContext replica() {
        String[] same = Stream.concat(
                        Stream.of(
                                "spring.datasource.url",
                                "spring.datasource.username",
                                "spring.datasource.password",
                                "moorage.kafka",
                                "moorage.issuer",
                                "moorage.internal-secret",
                                "moorage.keycloak-url",
                                "moorage.account-url",
                                "moorage.public-url",
                                "moorage.second-factor.key",
                                "moorage.operators.http-b.signature-secret",
                                "moorage.operators.smpp.address"),
                        TestPhone.OPERATORS.stream()
                                .flatMap(operator -> Stream.of("url", "key", "secret")
                                        .map(what -> "moorage.operators." + operator + "." + what)))
                .filter(settings::containsProperty)
                .map(name -> "--" + name + "=" + settings.getRequiredProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(IdentityApplication.class).run(same);
    }
}
