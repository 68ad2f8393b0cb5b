package io.moorage.identity;

import io.moorage.eventstore.StoredEvents;
import io.moorage.identity.apitoken.ApiTokenEvent;
import io.moorage.identity.delegation.DelegationEvent;
import io.moorage.identity.grant.OwnershipEvent;
import io.moorage.identity.invitation.InvitationEvent;
import io.moorage.identity.user.UserEvent;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts identity-service. */
@SpringBootApplication
public class IdentityApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IdentityApplication.class, arguments);
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(
                UserEvent.class,
                OwnershipEvent.class,
                InvitationEvent.class,
                DelegationEvent.class,
                ApiTokenEvent.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
