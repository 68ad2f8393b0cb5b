package io.moorage.web;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token that is sound, and not good for all that; its message is the problem's code. */
final class TokenRefused extends BadJwtException {
    private final String code;

    TokenRefused(String code) {
        super(code);
        this.code = code;
    }

    /** The code of a refusal, as Spring Security hands it on; {@code login-required} where it is none of ours. */
    static String codeOf(AuthenticationException failure) {
        return failure.getCause() instanceof TokenRefused refused ? refused.code : "login-required";
    }
}
