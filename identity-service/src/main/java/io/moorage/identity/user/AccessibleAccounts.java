package io.moorage.identity.user;

import java.util.List;
import java.util.Optional;

/** Whom a user can act for; known to the grants, which depend on this slice and not the reverse. */
public interface AccessibleAccounts {

    /** The own account first; empty while it is being prepared. */
    List<AccessibleAccount> of(String userId);

    /** A customer that the provider's staff act for, who may do that much for it; empty if there is no such account. */
    Optional<AccessibleAccount> ofCustomer(String account, List<String> permissions);
}
