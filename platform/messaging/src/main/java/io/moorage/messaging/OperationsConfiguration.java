package io.moorage.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators need of messaging. */
@AutoConfiguration(after = MessagingConfiguration.class)
class OperationsConfiguration {

    @Bean
    ParkedMessages parkedMessages(JdbcTemplate jdbc) {
        return new ParkedMessages(jdbc);
    }
}
