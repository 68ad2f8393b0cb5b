package io.moorage.replica;

import io.moorage.eventstore.StoredEvents;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestPostgres;
import io.moorage.testkit.TestTokens;
import io.moorage.web.Caller;
import io.moorage.web.Requires;
import io.moorage.web.WithoutAccount;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The service. */
@SpringBootApplication
class Replica {
    /** What a replica that is a process of its own says once it serves. */
    static final String STARTED = "Replica started";

    public static void main(String[] arguments) {
        start(arguments[0], arguments[1]);
        System.out.println(STARTED);
    }

    static ConfigurableApplicationContext start(String kafka) {
        return start(kafka, TestPostgres.freshDatabase());
    }

    static ConfigurableApplicationContext start(String kafka, String database) {
        return SpringApplication.run(
                Replica.class,
                "--spring.config.import=classpath:platform.yml",
                "--spring.application.name=replica",
                "--MOORAGE_DATABASE_URL=" + database,
                "--MOORAGE_DATABASE_USER=postgres",
                "--MOORAGE_DATABASE_PASSWORD=postgres",
                "--MOORAGE_KAFKA=" + kafka,
                "--MOORAGE_ISSUER=" + TestTokens.ISSUER,
                "--MOORAGE_INTERNAL_SECRET=" + RealParts.INTERNAL_SECRET,
                "--logging.level.root=warn",
                "--logging.level.org.apache.kafka=error");
    }

    static URI address(ConfigurableApplicationContext replica) {
        return URI.create("http://127.0.0.1:" + replica.getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of();
    }

    @RestController
    static class Greeting {
        @GetMapping("/api/v1/greeting")
        @WithoutAccount
        String greet() {
            return "hello";
        }

        @GetMapping("/api/v1/everything")
        @Requires
        String everything() {
            return "all services";
        }

        @GetMapping("/api/v1/reach")
        @Requires(withinReach = true)
        String reach(Caller caller) {
            return caller.reach().covers("10427") + " " + caller.reach().covers("10428");
        }
    }
}
