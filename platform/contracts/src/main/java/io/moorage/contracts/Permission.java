package io.moorage.contracts;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user may do for an account. A delegation grants some of the customer permissions; the owner has all of them.
 * The staff permissions count on the provider's and the resellers' own accounts only.
 */
public enum Permission {
    SERVICES_READ("services:read"),
    SERVICES_MANAGE("services:manage"),
    DOMAINS_MANAGE("domains:manage"),
    CERTIFICATES_MANAGE("certificates:manage"),
    STORAGE_MANAGE("storage:manage"),
    ORDERS_PLACE("orders:place"),
    BILLING_READ("billing:read"),
    BILLING_PAY("billing:pay"),
    SUPPORT_READ("support:read"),
    SUPPORT_WRITE("support:write"),
    CONTACTS_MANAGE("contacts:manage"),
    ADDRESSBOOK_MANAGE("addressbook:manage"),
    USERS_MANAGE("users:manage"),
    ACCOUNT_MANAGE("account:manage"),

    CUSTOMERS_MANAGE("customers:manage", true),
    CUSTOMERS_ACT("customers:act", true),
    TICKETS_ANSWER("tickets:answer", true),
    NEWS_PUBLISH("news:publish", true),
    CATALOG_MANAGE("catalog:manage", true),
    LEDGER_ADJUST("ledger:adjust", true),
    QUOTES_MAKE("quotes:make", true);

    private final String code;
    private final boolean staff;

    Permission(String code) {
        this(code, false);
    }

    Permission(String code, boolean staff) {
        this.code = code;
        this.staff = staff;
    }

    /** The name in tokens, requests and events, as {@code billing:pay}. */
    public String code() {
        return code;
    }

    public static Optional<Permission> of(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code.equals(code))
                .findFirst();
    }

    /** All that the owner of a customer account holds. */
    public static Set<Permission> ofOwner() {
        return Arrays.stream(values()).filter(permission -> !permission.staff).collect(Collectors.toUnmodifiableSet());
    }

    /** All that the owner of the provider's account holds. */
    public static Set<Permission> ofProvider() {
        return Set.of(values());
    }

    /** All that staff may do who act for a customer: whom the customer trusts stays the customer's to say. */
    public static Set<Permission> ofStaffActing() {
        return ofOwner().stream()
                .filter(permission -> permission != USERS_MANAGE)
                .collect(Collectors.toUnmodifiableSet());
    }
}
