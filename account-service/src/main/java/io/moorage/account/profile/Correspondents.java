package io.moorage.account.profile;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where to write to a customer, and in which language, for the slices that send mails. */
@Component
public class Correspondents {
    private final Profiles profiles;

    Correspondents(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Empty while the account is being prepared, and once the customer's data is erased. */
    public Optional<Correspondent> of(String account) {
        return profiles.find(account)
                .map(profile -> new Correspondent(profile.email(), profile.get(ProfileField.LANGUAGE)));
    }

    /** @param language {@code fr} or {@code en} */
    public record Correspondent(String email, String language) {}
}
