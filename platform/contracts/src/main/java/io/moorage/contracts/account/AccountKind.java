package io.moorage.contracts.account;

/** What an account is (product book §1), as events and the interface name it. */
public final class AccountKind {
    /** Rents, and is managed by its supplier. */
    public static final String CUSTOMER = "customer";

    /** The provider's own: whoever acts for it with the staff permissions is staff. */
    public static final String PROVIDER = "provider";

    private AccountKind() {}
}
