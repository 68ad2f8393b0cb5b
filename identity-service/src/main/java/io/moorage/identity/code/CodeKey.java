package io.moorage.identity.code;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes codes, and what is kept of them: HMAC-SHA256 with a key that isn't in the database. */
@Component
class CodeKey {
    private static final int BYTES = 32;
    private static final int CODES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @param base64Key 32 bytes */
    CodeKey(@Value("${moorage.second-factor.key}") String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length != BYTES) throw new IllegalArgumentException("The key of the codes must have 32 bytes");
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    String newCode() {
        return String.format("%06d", random.nextInt(CODES));
    }

    /** Of a code for one challenge of one user; for no other is it right. */
    byte[] hash(UUID challenge, String userId, String code) {
        return mac("code\n" + challenge + "\n" + userId + "\n" + code);
    }

    /** Under which something is counted that nobody needs to read. */
    byte[] subject(String kind, String whom) {
        return mac("subject\n" + kind + "\n" + whom);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
        }
    }
}
