package io.moorage.gateway.problem;

import java.util.Locale;

/** The refusals and failures that the gateway itself answers with. Codes are part of the public interface. */
public enum Problem {
    MALFORMED_REQUEST(400),
    LOG_IN_FAILED(400),
    LOGIN_REQUIRED(401),
    ACCOUNT_NOT_GRANTED(403),
    CSRF_TOKEN_MISSING(403),
    CROSS_SITE_REFUSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ACCOUNT_BEING_PREPARED(409, 2),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_STREAMS(429, 10),
    INTERNAL_ERROR(500),
    LOG_IN_UNAVAILABLE(503, 5),
    SERVICE_UNAVAILABLE(503, 5),
    SERVICE_NO_ANSWER(504);

    private final int status;
    private final int retryAfter;

    Problem(int status) {
        this(status, 0);
    }

    Problem(int status, int retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    /** Seconds after which trying again makes sense; 0 where it doesn't. */
    public int retryAfter() {
        return retryAfter;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
