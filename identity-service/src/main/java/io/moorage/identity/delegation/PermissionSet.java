package io.moorage.identity.delegation;

import io.moorage.contracts.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ready-made sets of permissions, for the people that access is mostly given to. */
enum PermissionSet {
    TECHNICIAN(
            Permission.SERVICES_READ,
            Permission.SERVICES_MANAGE,
            Permission.STORAGE_MANAGE,
            Permission.CERTIFICATES_MANAGE,
            Permission.SUPPORT_READ,
            Permission.SUPPORT_WRITE),
    DOMAIN_EXPERT(Permission.SERVICES_READ, Permission.DOMAINS_MANAGE, Permission.ADDRESSBOOK_MANAGE),
    COLLEAGUE(Permission.ofOwner().toArray(Permission[]::new)),
    /** Meant for one server; which one is chosen with it. */
    SECURITY_SPECIALIST(Permission.SERVICES_READ, Permission.SERVICES_MANAGE),
    ACCOUNTANT(Permission.BILLING_READ, Permission.BILLING_PAY);

    private final Set<Permission> permissions;

    PermissionSet(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    List<String> permissions() {
        return permissions.stream().map(Permission::code).sorted().toList();
    }

    boolean isForChosenServices() {
        return this == SECURITY_SPECIALIST;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
