package io.moorage.keycloak.email;

import java.util.UUID;
import org.keycloak.models.UserModel;

/** A change under way, kept with the user: where to, which asking it is, and which side has confirmed it. */
final class EmailChange {

    /** Whose mailbox a link was in. */
    enum Side {
        OLD,
        NEW
    }

    private static final String ADDRESS = "moorage.email.wanted";
    private static final String ASKING = "moorage.email.asking";
    private static final String CONFIRMED = "moorage.email.confirmed-by";

    private EmailChange() {}

    /** Begins anew, and gives the id that the links of this asking carry. */
    static String begin(UserModel user, String address) {
        String asking = UUID.randomUUID().toString();
        user.setSingleAttribute(ADDRESS, address);
        user.setSingleAttribute(ASKING, asking);
        user.removeAttribute(CONFIRMED);
        return asking;
    }

    /** Whether a link belongs to the latest asking, and the address has not changed since. */
    static boolean isUnderWay(UserModel user, EmailChangeToken token) {
        return token.getAsking() != null
                && token.getAsking().equals(user.getFirstAttribute(ASKING))
                && token.getNewEmail().equals(user.getFirstAttribute(ADDRESS))
                && token.getOldEmail().equals(user.getEmail());
    }

    /** Notes a side's confirmation, and says whether both have confirmed. */
    static boolean confirm(UserModel user, Side side) {
        String before = user.getFirstAttribute(CONFIRMED);
        if (before != null && !before.equals(side.name())) return true;
        user.setSingleAttribute(CONFIRMED, side.name());
        return false;
    }

    static void end(UserModel user) {
        user.removeAttribute(ADDRESS);
        user.removeAttribute(ASKING);
        user.removeAttribute(CONFIRMED);
    }
}
