package io.moorage.account.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail made from one of our templates: {@code account-opened} ({@code firstName}, {@code handle}), {@code invitation}
 * ({@code inviter}, {@code account}, {@code until}, and {@code link}), {@code notice} or {@code security} ({@code text}, and
 * {@code link}). A link is a path of the portal such as {@code /services/servers/10427}. Parameters are plain text; the
 * template escapes them.
 *
 * @param id chosen by the sender: letters, digits and {@code . _ : -}; what was handed over under it before stays as it is
 * @param account whose archive it belongs to; null if it concerns a user rather than an account
 * @param user whom it concerns; without an account it belongs to the archive of the user's own
 * @param to one address, without a name
 * @param language {@code fr} or {@code en}; anything else is taken for {@code en}
 * @param secrets parameters that the archive shows as {@code ••••}
 */
public record Mail(
        String id,
        @Nullable String account,
        @Nullable String user,
        String to,
        String language,
        String template,
        Map<String, String> parameters,
        Map<String, String> secrets) {

    /** Without what it says: that is nobody's to read in a log. */
    @Override
    public String toString() {
        return "Mail " + id + " (" + template + ")";
    }
}
