package io.moorage.identity.delegation;

import io.moorage.eventstore.Refusal;

/** An access that isn't given, changed or taken back, and why. */
public final class DelegationRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;

    private DelegationRefused(String code, Kind kind) {
        super(code);
        this.code = code;
        this.kind = kind;
    }

    /** The token still says so, but the user doesn't manage the account's users any more. */
    static DelegationRefused notPermitted() {
        return new DelegationRefused("not-permitted", Kind.FORBIDDEN);
    }

    public static DelegationRefused notYoursToGrant() {
        return new DelegationRefused("not-yours-to-grant", Kind.FORBIDDEN);
    }

    static DelegationRefused ownAccess() {
        return new DelegationRefused("own-access", Kind.FORBIDDEN);
    }

    public static DelegationRefused ownerHasAll() {
        return new DelegationRefused("owner-has-all", Kind.RULE);
    }

    static DelegationRefused hasAccessAlready() {
        return new DelegationRefused("has-access-already", Kind.CONFLICT);
    }

    static DelegationRefused notFound() {
        return new DelegationRefused("not-found", Kind.NOT_FOUND);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
