package io.moorage.identity.code;

import io.moorage.identity.limit.KeyedHash;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes codes, and what is kept of them. */
@Component
class CodeKey {
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hash;

    CodeKey(KeyedHash hash) {
        this.hash = hash;
    }

    String newCode() {
        return String.format("%06d", random.nextInt(CODES));
    }

    /** Of a code for one challenge of one user; for no other is it right. */
    byte[] hash(UUID challenge, String userId, String code) {
        return hash.of("code", challenge.toString(), userId, code);
    }
}
