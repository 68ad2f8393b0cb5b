package io.moorage.identity.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a mail's link carries: 256 random bits, so that a plain hash of it can't be turned back. */
record Link(String token) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Link fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** In the part of an address that browsers keep to themselves: no server and no log gets to see it. */
    String path() {
        return "/invitation#" + token;
    }

    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** Without the token: that is nobody's to read in a log. */
    @Override
    public String toString() {
        return "Link";
    }
}
