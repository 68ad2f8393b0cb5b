package io.moorage.inventory.action;

import io.moorage.eventstore.Refusal;
import java.util.Map;

/** An action that can't be asked for, cancelled or repeated, and why. */
public final class ServerActionRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final String pointer;
    private final transient Object[] arguments;
    private final transient Map<String, Object> members;

    private ServerActionRefused(
            String code, Kind kind, String pointer, Map<String, Object> members, Object... arguments) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.pointer = pointer;
        this.members = members;
        this.arguments = arguments;
    }

    static ServerActionRefused actionNotFound() {
        return new ServerActionRefused("action-not-found", Kind.NOT_FOUND, "", Map.of());
    }

    /** @param action which has to end first */
    static ServerActionRefused serverBusy(String server, String action) {
        return new ServerActionRefused("server-busy", Kind.CONFLICT, "", Map.of("action", action), server);
    }

    /** @param code {@code server-not-ready}, {@code server-suspended} or {@code server-cancelled} */
    static ServerActionRefused serverNotActive(String code, String server) {
        return new ServerActionRefused(code, Kind.CONFLICT, "", Map.of(), server);
    }

    static ServerActionRefused typeUnknown() {
        return new ServerActionRefused("action-type-unknown", Kind.RULE, "/type", Map.of());
    }

    static ServerActionRefused imageRequired() {
        return new ServerActionRefused("image-required", Kind.RULE, "/image", Map.of());
    }

    static ServerActionRefused imageUnknown() {
        return new ServerActionRefused("image-unknown", Kind.RULE, "/image", Map.of());
    }

    static ServerActionRefused stateUnknown() {
        return new ServerActionRefused("action-state-unknown", Kind.RULE, "", Map.of());
    }

    static ServerActionRefused cancelTooLate() {
        return new ServerActionRefused("cancel-too-late", Kind.CONFLICT, "", Map.of());
    }

    static ServerActionRefused notRetryable() {
        return new ServerActionRefused("action-not-retryable", Kind.CONFLICT, "", Map.of());
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
    public Object[] arguments() {
        return arguments.clone();
    }

    @Override
    public String pointer() {
        return pointer;
    }

    @Override
    public Map<String, Object> members() {
        return members;
    }
}
