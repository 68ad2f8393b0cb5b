package io.moorage.identity.invitation;

import io.moorage.eventstore.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An invitation that can't be sent or accepted, and why. */
public final class InvitationRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final @Nullable Duration retryAfter;

    private InvitationRefused(String code, Kind kind) {
        this(code, kind, null);
    }

    private InvitationRefused(String code, Kind kind, @Nullable Duration retryAfter) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.retryAfter = retryAfter;
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

    static InvitationRefused tooMany(Duration wait) {
        return new InvitationRefused("too-many-invitations", Kind.TOO_OFTEN, wait);
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

    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
