package io.moorage.identity.user;

import java.util.List;

/** Whom a user can act for; known to the grants, which depend on this slice and not the reverse. */
public interface AccessibleAccounts {

    /** The own account first; empty while it is being prepared. */
    List<AccessibleAccount> of(String userId);
}
