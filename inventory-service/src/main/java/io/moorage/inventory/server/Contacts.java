package io.moorage.inventory.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which account holds which contact role on a service. The service belongs to the holder of the admin role. */
public record Contacts(String admin, String technical, String billing) {

    /** The account that orders a service takes all three. */
    public static Contacts all(String account) {
        return new Contacts(account, account, account);
    }

    public Set<ContactRole> rolesOf(String account) {
        Set<ContactRole> held = EnumSet.noneOf(ContactRole.class);
        Arrays.stream(ContactRole.values())
                .filter(role -> holder(role).equals(account))
                .forEach(held::add);
        return held;
    }

    /** Each account once, the admin first. */
    public Set<String> holders() {
        return new LinkedHashSet<>(List.of(admin, technical, billing));
    }

    private String holder(ContactRole role) {
        return switch (role) {
            case ADMIN -> admin;
            case TECHNICAL -> technical;
            case BILLING -> billing;
        };
    }
}
