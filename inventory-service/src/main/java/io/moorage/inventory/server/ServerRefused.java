package io.moorage.inventory.server;

import io.moorage.eventstore.Refusal;

/** What can't be done with a server, and why. */
public final class ServerRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final String pointer;
    private final transient Object[] arguments;

    private ServerRefused(String code, Kind kind, String pointer, Object... arguments) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.pointer = pointer;
        this.arguments = arguments;
    }

    /** There is no such server, or none that the account holds a role on. */
    public static ServerRefused notFound() {
        return new ServerRefused("server-not-found", Kind.NOT_FOUND, "");
    }

    /** The account holds a role on it, but none that covers this. */
    public static ServerRefused roleMissing() {
        return new ServerRefused("role-missing", Kind.FORBIDDEN, "");
    }

    static ServerRefused cancelled(String number) {
        return new ServerRefused("server-cancelled", Kind.CONFLICT, "", number);
    }

    static ServerRefused numberTaken(String number) {
        return new ServerRefused("server-number-taken", Kind.CONFLICT, "", number);
    }

    static ServerRefused ipOfAnother(String number) {
        return new ServerRefused("ip-not-of-server", Kind.RULE, "/ip", number);
    }

    static ServerRefused nameInvalid() {
        return new ServerRefused("host-name-invalid", Kind.RULE, "/name");
    }

    static ServerRefused tooManyTags() {
        return new ServerRefused("too-many-tags", Kind.RULE, "/tags", Tags.MOST);
    }

    static ServerRefused tagInvalid(int index) {
        return new ServerRefused("tag-invalid", Kind.RULE, "/tags/" + index, Tags.LONGEST);
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
}
