package io.moorage.identity.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256 with a key that isn't in the database: what is kept of codes, and of those for whom something is counted.
 */
@Component
public class KeyedHash {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param base64Key 32 bytes */
    KeyedHash(@Value("${moorage.second-factor.key}") String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length != BYTES) throw new IllegalArgumentException("The key of the hashes must have 32 bytes");
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public byte[] of(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
        }
    }
}
