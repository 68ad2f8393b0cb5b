package io.moorage.gateway.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final String subject;

    public ProblemException(Problem problem) {
        this(problem, "", null);
    }

    /** @param subject what the problem is about, put into its detail where a text {@code .detail.named} exists */
    public ProblemException(Problem problem, String subject) {
        this(problem, subject, null);
    }

    public ProblemException(Problem problem, String subject, @Nullable Throwable cause) {
        super(problem.code(), cause, false, false);
        this.problem = problem;
        this.subject = subject;
    }

    public Problem problem() {
        return problem;
    }

    public String title(Language language) {
        return Texts.text(language, problem.code() + ".title");
    }

    public String detail(Language language) {
        String key = problem.code() + ".detail";
        return subject.isEmpty() ? Texts.text(language, key) : Texts.text(language, key + ".named", subject);
    }
}
