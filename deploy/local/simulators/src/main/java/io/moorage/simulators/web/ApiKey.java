package io.moorage.simulators.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The key that a program must show as its bearer token. */
public final class ApiKey {
    private final byte[] expected;

    public ApiKey(String key) {
        this.expected = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time, as a real provider would. */
    public boolean allows(Request request) {
        return MessageDigest.isEqual(expected, request.header("authorization").getBytes(StandardCharsets.UTF_8));
    }

    public static Answer refused() {
        return Answer.problem(401, "api-key-invalid", "The API key is missing or wrong.")
                .with("WWW-Authenticate", "Bearer");
    }
}
