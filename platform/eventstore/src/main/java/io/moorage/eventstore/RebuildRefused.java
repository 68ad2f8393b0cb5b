package io.moorage.eventstore;

/** A read model that can't be rebuilt now. */
public final class RebuildRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;

    private RebuildRefused(String message, String code, Kind kind) {
        super(message);
        this.code = code;
        this.kind = kind;
    }

    static RebuildRefused unknown(String name) {
        return new RebuildRefused("No read model is named " + name, "read-model-unknown", Kind.NOT_FOUND);
    }

    static RebuildRefused running(String name) {
        return new RebuildRefused(name + " is being rebuilt", "rebuild-running", Kind.CONFLICT);
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
