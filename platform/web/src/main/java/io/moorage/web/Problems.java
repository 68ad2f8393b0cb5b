package io.moorage.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem+json (RFC 9457) with a stable code, its texts in the caller's language. */
public final class Problems {
    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    public ProblemDetail of(int status, String code, Locale language, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        problem.setType(URI.create("urn:moorage:problem:" + code));
        problem.setTitle(texts.getMessage(code + ".title", arguments, language));
        problem.setDetail(texts.getMessage(code, arguments, language));
        problem.setProperty("code", code);
        return problem;
    }

    /** With what is wrong in which field. */
    public ProblemDetail ofFields(int status, String code, Locale language, List<FieldError> errors) {
        ProblemDetail problem = of(status, code, language);
        problem.setProperty("errors", errors);
        return problem;
    }

    public FieldError field(String pointer, String code, Locale language, Object... arguments) {
        return new FieldError(pointer, code, texts.getMessage(code, arguments, language));
    }

    /** @param pointer a JSON pointer into the request's body */
    public record FieldError(String pointer, String code, String detail) {}
}
