package io.moorage.eventstore;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators need of the log. */
@AutoConfiguration(after = EventStoreConfiguration.class)
class OperationsConfiguration {

    @Bean
    DeadLetters deadLetters(JdbcTemplate jdbc) {
        return new DeadLetters(jdbc);
    }

    @Bean
    Verification verification(JdbcTemplate jdbc) {
        return new Verification(jdbc);
    }

    @Bean
    Loops heads(JdbcTemplate jdbc, Leases leases) {
        return new Loops(
                () -> List.of(new EventHeads(jdbc, leases)),
                Thread.ofVirtual().name("heads-", 0).factory());
    }

    @Bean
    ParkedMeters parkedMeters(List<PutAside> kinds) {
        return new ParkedMeters(kinds);
    }

    @Bean
    Loops parkedCounts(ParkedMeters meters) {
        return new Loops(
                () -> List.of(meters), Thread.ofVirtual().name("parked-", 0).factory());
    }
}
