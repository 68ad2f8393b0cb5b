package io.moorage.account.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a notice can be about. Codes are part of the public interface and stand in stored events: added, never removed. */
public enum NoticeCode {
    SERVER_ACTION_REQUESTED(Severity.INFO, When.FIRST, Blank.ACTION, Blank.SERVER),
    SERVER_ACTION_SUCCEEDED(Severity.SUCCESS, When.ALWAYS, Blank.ACTION, Blank.SERVER),
    SERVER_ACTION_FAILED(Severity.ERROR, When.ALWAYS, Blank.ACTION, Blank.SERVER),
    SERVER_ACTION_CANCELLED(Severity.INFO, When.ALWAYS, Blank.ACTION, Blank.SERVER),
    SERVER_ACTION_TIMED_OUT(Severity.ERROR, When.ALWAYS, Blank.ACTION, Blank.SERVER),
    SERVER_OVERDUE(Severity.WARNING, When.ALWAYS, Blank.SERVER),
    SERVER_SUSPENDED(Severity.ERROR, When.ALWAYS, Blank.SERVER),
    SERVER_IN_ORDER(Severity.SUCCESS, When.LATER, Blank.SERVER),
    TOP_UP_COMPLETED(Severity.SUCCESS, When.ALWAYS, Blank.AMOUNT),
    TOP_UP_FAILED(Severity.ERROR, When.ALWAYS),
    TOP_UP_REVIEW(Severity.WARNING, When.ALWAYS, Blank.AMOUNT, Blank.PAYMENT),
    SECURITY_FACTOR_ADDED(Severity.INFO, When.ALWAYS, Blank.FACTOR),
    SECURITY_FACTOR_CHANGED(Severity.WARNING, When.ALWAYS, Blank.FACTOR),
    SECURITY_FACTOR_REMOVED(Severity.WARNING, When.ALWAYS, Blank.FACTOR),
    SECURITY_RECOVERY_CODE_USED(Severity.WARNING, When.ALWAYS),
    SECURITY_PASSWORD_CHANGED(Severity.WARNING, When.ALWAYS),
    SECURITY_EMAIL_CHANGED(Severity.WARNING, When.ALWAYS);

    private static final String SECURITY = "security-";

    private final Severity severity;
    private final When when;
    private final List<Blank> blanks;

    NoticeCode(Severity severity, When when, Blank... blanks) {
        this.severity = severity;
        this.when = when;
        this.blanks = List.of(blanks);
    }

    public static Optional<NoticeCode> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** As {@code server-action-requested}. */
    @JsonValue
    public String code() {
        return inKebabCase(name());
    }

    /** What whoever holds the account must hear of, lest somebody else does it: it comes by e-mail whatever they chose. */
    public boolean isAboutSecurity() {
        return code().startsWith(SECURITY);
    }

    String severity() {
        return inKebabCase(severity.name());
    }

    When when() {
        return when;
    }

    /** What the text mentions, in its order. */
    List<Blank> blanks() {
        return blanks;
    }

    private static String inKebabCase(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private enum Severity {
        INFO,
        SUCCESS,
        WARNING,
        ERROR
    }

    /** When a notice of a matter is still, or already, worth telling. */
    enum When {
        ALWAYS,
        /** Only before anything else of the matter is told: what has ended is not under way. */
        FIRST,
        /** Only after something else of the matter was told: that a server is in order is news once it was not. */
        LATER
    }

    /** A parameter of a text. */
    enum Blank {
        /** The type of work on a server, as {@code reboot}; shown in words. */
        ACTION,
        /** As {@code 10427}. */
        SERVER,
        /** As {@code 50.00 EUR}; shown as the language writes it. */
        AMOUNT,
        /** The payment provider's reference. */
        PAYMENT,
        /** A second factor, as {@code recovery-codes}; shown in words. */
        FACTOR;

        /** The name under which events keep it. */
        String key() {
            return inKebabCase(name());
        }
    }
}
