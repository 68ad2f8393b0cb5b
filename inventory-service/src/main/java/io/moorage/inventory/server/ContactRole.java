package io.moorage.inventory.server;

import java.util.Collection;
import java.util.Locale;

/** What an account may do with a service; each role is held by one account (product book §1). */
public enum ContactRole {
    /** Administration, and all technical work. */
    ADMIN,
    TECHNICAL,
    /** Paying, and nothing else. */
    BILLING;

    /** As the API and the database spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContactRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether one of these covers work on a service: operating it, its tags, its reverse DNS. */
    public static boolean coverTechnicalWork(Collection<ContactRole> held) {
        return held.contains(ADMIN) || held.contains(TECHNICAL);
    }
}
