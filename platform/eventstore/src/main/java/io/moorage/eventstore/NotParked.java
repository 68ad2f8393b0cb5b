package io.moorage.eventstore;

/** What an operator wants done to an item that was put aside isn't possible: it is gone, or not its aggregate's first. */
public final class NotParked extends RuntimeException implements Refusal {
    private final boolean gone;

    private NotParked(boolean gone, String id) {
        super(id);
        this.gone = gone;
    }

    public static NotParked gone(String id) {
        return new NotParked(true, id);
    }

    public static NotParked waits(String id) {
        return new NotParked(false, id);
    }

    @Override
    public String code() {
        return gone ? "parked-not-found" : "parked-behind-another";
    }

    @Override
    public Kind kind() {
        return gone ? Kind.NOT_FOUND : Kind.CONFLICT;
    }
}
