package io.moorage.account.profile;

import io.moorage.account.account.AccountCommand.ChangeProfile;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Changes a profile and says so in the log, both or neither. */
@Component
class ProfileChange {
    private final Profiles profiles;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    ProfileChange(Profiles profiles, Commands commands, Transactions transactions, Clock clock) {
        this.profiles = profiles;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes what becomes different; nothing happens if nothing does.
     *
     * @throws ProfileNotReady while the account is being prepared
     */
    void apply(String account, Map<ProfileField, String> wished) {
        transactions.together(() -> {
            Profile profile = profiles.find(account).orElseThrow(ProfileNotReady::new);
            Map<ProfileField, String> differing = profile.differing(wished);
            if (differing.isEmpty()) return;
            List<String> fields =
                    differing.keySet().stream().map(ProfileField::path).toList();
            commands.send(new ChangeProfile(account, fields, clock.instant()));
            profiles.change(account, differing);
        });
    }
}
