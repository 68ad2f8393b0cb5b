package io.moorage.identity.invitation;

import io.moorage.eventstore.Refusal;

/** An invitation that can't be sent or accepted, and why. */
public final class InvitationRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;

    private InvitationRefused(String code, Kind kind) {
        super(code);
        this.code = code;
        this.kind = kind;
    }

    /** It was never given out, or a newer one took its place. */
    static InvitationRefused linkUnknown() {
        return new InvitationRefused("invitation-link-unknown", Kind.NOT_FOUND);
    }

    static InvitationRefused forAnotherAddress() {
        return new InvitationRefused("invitation-for-another-address", Kind.FORBIDDEN);
    }

    /** @param state that it is in instead of pending */
    static InvitationRefused isOver(InvitationState state) {
        return new InvitationRefused("invitation-" + state.code(), Kind.CONFLICT);
    }

    static InvitationRefused inviterHoldsLess() {
        return new InvitationRefused("inviter-holds-less", Kind.CONFLICT);
    }

    static InvitationRefused notFound() {
        return new InvitationRefused("not-found", Kind.NOT_FOUND);
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
