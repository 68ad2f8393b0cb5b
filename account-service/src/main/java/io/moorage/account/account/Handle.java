package io.moorage.account.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** The name that customers and staff know an account by, as {@code xx11111-mo}: two letters, five digits, our suffix. */
public record Handle(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z]{2}[0-9]{5}-mo");
    private static final int LETTER_PAIRS = 26 * 26;
    private static final int NUMBERS = 100_000;

    /** @throws IllegalArgumentException if the text is no handle */
    public Handle {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("Not a handle: " + text);
    }

    /**
     * The handle for a user's own account: always the same for the same arguments.
     *
     * @param attempt from 0; the next one where the handle belongs to somebody else
     */
    static Handle derive(String userId, int attempt) {
        byte[] digest = sha256(userId + "/" + attempt);
        long n = ByteBuffer.wrap(digest).getLong() >>> 1; // one bit less, so that it isn't negative
        int letters = (int) (n % LETTER_PAIRS);
        int number = (int) (n / LETTER_PAIRS % NUMBERS);
        char first = (char) ('a' + letters / 26);
        char second = (char) ('a' + letters % 26);
        return new Handle("%c%c%05d-mo".formatted(first, second, number));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
