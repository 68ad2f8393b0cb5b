package io.moorage.simulators.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The name and password that a program must show (RFC 7617). */
public final class BasicAuth {
    private final byte[] expected;

    public BasicAuth(String name, String password) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.expected = ("Basic " + pair).getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time, as a real provider would. */
    public boolean allows(Request request) {
        return MessageDigest.isEqual(expected, request.header("authorization").getBytes(StandardCharsets.UTF_8));
    }
}
