package io.moorage.keycloak.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The question to identity-service; no account means the token's. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenGrantRequest(String token, @Nullable String account) {
    @Override
    public String toString() {
        return "TokenGrantRequest";
    }
}
