package io.moorage.testkit;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a service under test a fresh PostgreSQL database, the shared Kafka, and the keys of {@link TestTokens}. */
public final class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String INTERNAL_SECRET = "internal-secret-of-the-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestPostgres.freshDatabase(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "moorage.kafka=" + TestKafka.sharedBootstrap(),
                        "moorage.issuer=" + TestTokens.ISSUER,
                        "moorage.internal-secret=" + INTERNAL_SECRET)
                .applyTo(context);
    }
}
