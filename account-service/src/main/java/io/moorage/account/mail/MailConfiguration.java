package io.moorage.account.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moorage.eventstore.Loops;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the postman walk, and shows what waits for him. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** No virtual thread: stopping would cut its conversation with the mail server, and the mail would go out twice. */
    @Bean
    Loops postmen(Postman postman) {
        return new Loops(
                () -> List.of(postman),
                Thread.ofPlatform().daemon().name("postman-", 0).factory());
    }

    @Bean
    MeterBinder waitingMails(Outbox outbox) {
        return registry -> Gauge.builder("moorage.mails.waiting", outbox, Outbox::waiting)
                .description("Mails that no SMTP server has taken yet")
                .register(registry);
    }
}
