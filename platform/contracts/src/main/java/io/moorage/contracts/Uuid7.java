package io.moorage.contracts;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers (RFC 9562, version 7): 48 bits of milliseconds, 74 random bits. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
