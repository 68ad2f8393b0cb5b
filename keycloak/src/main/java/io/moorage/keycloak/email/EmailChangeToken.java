package io.moorage.keycloak.email;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.DefaultActionToken;

/** What a link in one of the two mailboxes carries, signed by Keycloak. */
public final class EmailChangeToken extends DefaultActionToken {

    public static final String TYPE = "moorage-email-change";

    @JsonProperty("oldEmail")
    private String oldEmail = "";

    @JsonProperty("newEmail")
    private String newEmail = "";

    @JsonProperty("asking")
    private @Nullable String asking;

    @JsonProperty("side")
    private EmailChange.Side side = EmailChange.Side.NEW;

    /** Keycloak reads tokens with it. */
    EmailChangeToken() {}

    EmailChangeToken(
            String userId,
            int expiresAt,
            String oldEmail,
            String newEmail,
            String asking,
            EmailChange.Side side,
            String client) {
        super(userId, TYPE, expiresAt, null);
        this.oldEmail = oldEmail;
        this.newEmail = newEmail;
        this.asking = asking;
        this.side = side;
        this.issuedFor = client;
    }

    String getOldEmail() {
        return oldEmail;
    }

    String getNewEmail() {
        return newEmail;
    }

    @Nullable
    String getAsking() {
        return asking;
    }

    EmailChange.Side getSide() {
        return side;
    }
}
