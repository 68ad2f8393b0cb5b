package io.moorage.inventory.server;

import java.util.Locale;
import java.util.regex.Pattern;

/** A name that an address may have in the DNS, as of RFC 1123: of at least two labels, in lower case, without final dot. */
record HostName(String text) {
    private static final int LONGEST = 253;
    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws ServerRefused if it isn't such a name */
    static HostName of(String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) throw ServerRefused.nameInvalid();
        return new HostName(name);
    }
}
