package io.moorage.identity.user;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Trace;
import io.moorage.eventstore.Transactions;
import io.moorage.identity.user.UserCommand.RegisterUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes note of everybody who comes for a token: registers the new ones, keeps the known ones' data current. */
@Component
public class Registration {
    /** How exactly {@code seen_at} tells when somebody was last here; a write for every token would be dear. */
    private static final Duration SEEN_TO_THE = Duration.ofDays(1);

    private final People people;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    Registration(People people, Commands commands, Transactions transactions, Clock clock) {
        this.people = people;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One cheap read for somebody known. However often and at once somebody new comes, they are registered once. */
    public void see(Person person) {
        Instant now = clock.instant();
        if (people.knows(person, now.minus(SEEN_TO_THE))) return;
        doneBy(person)
                .run(() -> transactions.together(() -> {
                    commands.send(new RegisterUser(person.userId(), now));
                    people.put(person, now); // in one transaction: whoever hears of the user can ask who it is
                }));
    }

    /** The call comes from Keycloak, but it is the user who registers. */
    private static Trace doneBy(Person person) {
        return new Trace(person.userId(), null, null, null, Trace.current().correlation(), null);
    }
}
