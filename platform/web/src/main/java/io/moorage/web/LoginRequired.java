package io.moorage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests whose caller isn't known, or isn't any more: 401 with a problem. Its code stands in
 * {@code WWW-Authenticate} as well (RFC 6750), where the gateway looks for {@code token-too-old}.
 */
final class LoginRequired implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String NOT_LOGGED_IN = "login-required";

    private final Problems problems;
    private final JsonMapper json;

    LoginRequired(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        refuse(request, response, TokenRefused.codeOf(failure));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        refuse(request, response, NOT_LOGGED_IN);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                code.equals(NOT_LOGGED_IN)
                        ? "Bearer"
                        : "Bearer error=\"invalid_token\", error_description=\"" + code + "\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json.writeValueAsString(problems.of(401, code, request.getLocale())));
    }
}
