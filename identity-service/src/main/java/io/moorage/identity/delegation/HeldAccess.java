package io.moorage.identity.delegation;

import io.moorage.web.Caller;

/**
 * What users hold at this moment, which their tokens may not know yet; known to the grants, which depend on this slice
 * and not the reverse.
 */
public interface HeldAccess {

    /** {@link Access#NONE} if the user may do nothing for the account, or if there is no such account. */
    Access now(String userId, String account);

    /**
     * What a manager of the acting account's users holds, with an API token or by an application no more than that has;
     * {@code not-permitted} for who isn't one, or not any more.
     */
    default Access ofManager(Caller caller) {
        Access held = now(caller.userId(), caller.actingAccount());
        Access access = caller.isInPerson() ? held : held.and(Access.of(caller));
        if (!access.mayManageUsers()) throw DelegationRefused.notPermitted();
        return access;
    }

    boolean isOwner(String userId, String account);
}
