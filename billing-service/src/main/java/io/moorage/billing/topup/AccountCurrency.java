package io.moorage.billing.topup;

/** The currency that an account is kept in; known to the balance, which depends on this slice and not the reverse. */
public interface AccountCurrency {

    /** @throws RuntimeException a refusal while the account is being prepared */
    String of(String account);
}
