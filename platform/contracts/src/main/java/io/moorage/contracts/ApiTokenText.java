package io.moorage.contracts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How API tokens are written: {@code mo_}, 256 random bits as 43 letters and digits, and six more as a checksum, so that one
 * that was mistyped or guessed is refused without asking anybody, and scanners for leaked secrets know one when they see it.
 */
public final class ApiTokenText {
    public static final String PREFIX = "mo_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int BITS = 256;
    private static final int BODY = 43;
    private static final int CHECKSUM = 6;
    private static final Pattern SHAPE = Pattern.compile("mo_[0-9A-Za-z]{" + (BODY + CHECKSUM) + "}");

    private ApiTokenText() {}

    public static String fresh(SecureRandom random) {
        String body = PREFIX + written(new BigInteger(BITS, random), BODY);
        return body + checksum(body);
    }

    /** Whether it can be one; not whether it is. */
    public static boolean isWellFormed(String token) {
        if (!SHAPE.matcher(token).matches()) return false;
        String body = token.substring(0, token.length() - CHECKSUM);
        return token.endsWith(checksum(body));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return written(BigInteger.valueOf(crc.getValue()), CHECKSUM);
    }

    private static String written(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        for (BigInteger left = number; digits.length() < length; left = left.divide(BASE))
            digits.append(ALPHABET.charAt(left.mod(BASE).intValue()));
        return digits.reverse().toString();
    }
}
