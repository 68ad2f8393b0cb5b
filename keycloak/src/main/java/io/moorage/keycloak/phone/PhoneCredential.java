package io.moorage.keycloak.phone;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** A verified number as Keycloak stores it. Its data are the number, which administrators see; it has no secret. */
public final class PhoneCredential extends CredentialModel {

    public static final String TYPE = "moorage-phone";

    private static final long serialVersionUID = 1L;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(PhoneNumber number) {}

    private PhoneCredential() {
        setType(TYPE);
    }

    public static PhoneCredential of(PhoneNumber number) {
        PhoneCredential made = new PhoneCredential();
        made.setCreatedDate(Time.currentTimeMillis());
        made.write(number);
        return made;
    }

    static PhoneCredential from(CredentialModel stored) {
        PhoneCredential read = new PhoneCredential();
        read.setId(stored.getId());
        read.setUserLabel(stored.getUserLabel());
        read.setCreatedDate(stored.getCreatedDate());
        read.setCredentialData(stored.getCredentialData());
        read.setSecretData(stored.getSecretData());
        return read;
    }

    /** A user has one number at most. */
    public static Optional<PhoneCredential> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .findFirst()
                .map(PhoneCredential::from);
    }

    /**
     * Makes the number the user's: it takes the place of the one before, in the order of preference too.
     *
     * @return whether there was one before
     */
    public static boolean store(UserModel user, PhoneNumber number) {
        Optional<PhoneCredential> before = of(user);
        if (before.isEmpty()) {
            user.credentialManager().createStoredCredential(of(number));
            return false;
        }
        PhoneCredential changed = before.get();
        changed.setCreatedDate(Time.currentTimeMillis());
        changed.write(number);
        user.credentialManager().updateStoredCredential(changed);
        return true;
    }

    public PhoneNumber number() {
        try {
            return JsonSerialization.readValue(getCredentialData(), Data.class).number();
        } catch (IOException e) {
            throw new IllegalStateException("The credential " + getId() + " holds no number", e);
        }
    }

    private void write(PhoneNumber number) {
        try {
            setCredentialData(JsonSerialization.writeValueAsString(new Data(number)));
            setSecretData("{}");
        } catch (IOException e) {
            throw new IllegalStateException("A number can always be written", e);
        }
    }
}
