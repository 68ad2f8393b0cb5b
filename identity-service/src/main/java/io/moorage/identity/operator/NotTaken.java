package io.moorage.identity.operator;

/** An operator didn't take a message. The reason holds nothing of the message, nor what the operator quoted of it. */
public final class NotTaken extends RuntimeException {
    private final boolean forThisMessage;

    private NotTaken(String reason, boolean forThisMessage) {
        super(reason);
        this.forThisMessage = forThisMessage;
    }

    /** It is away, too slow, or doesn't know us. */
    public static NotTaken away(String reason) {
        return new NotTaken(reason, false);
    }

    /** It works, but not for this number or text. */
    public static NotTaken refused(String reason) {
        return new NotTaken(reason, true);
    }

    boolean isForThisMessage() {
        return forThisMessage;
    }
}
