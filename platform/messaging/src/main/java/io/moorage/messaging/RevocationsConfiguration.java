package io.moorage.messaging;

import io.moorage.eventstore.Loops;
import io.moorage.revocations.KnownRevocations;
import io.moorage.revocations.RevocationReader;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Has every replica read the stream of revocations, for whoever checks tokens, and lets it say what has ended. */
@AutoConfiguration
class RevocationsConfiguration {

    @Bean
    KnownRevocations revocations() {
        return new KnownRevocations();
    }

    @Bean
    RevocationMeters revocationMeters(KnownRevocations revocations) {
        return new RevocationMeters(revocations);
    }

    @Bean
    RevocationAnnouncements revocationAnnouncements(@Value("${moorage.kafka}") String bootstrap) {
        return new RevocationAnnouncements(bootstrap);
    }

    @Bean
    Loops revocationReader(
            @Value("${moorage.kafka}") String bootstrap, KnownRevocations revocations, RevocationMeters meters) {
        RevocationReader reader = new RevocationReader(bootstrap, revocations, meters::read);
        return new Loops(
                () -> List.of(reader),
                Thread.ofPlatform().daemon().name("revocations").factory());
    }
}
