package io.moorage.account.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts letters that hold secrets while they wait (AES-256-GCM); what was sealed for one mail opens for no other. */
@Component
class Seal {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.shared();
    private final SecretKeySpec key;

    /** @param base64Key 32 bytes */
    Seal(@Value("${moorage.mail.key}") String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length != KEY) throw new IllegalArgumentException("The mail room's key must have 32 bytes");
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] close(Letter letter, String mailId) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, json.writeValueAsBytes(letter), mailId);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException if it was not sealed with this key for this mail */
    Letter open(byte[] sealed, String mailId) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return json.readValue(crypt(Cipher.DECRYPT_MODE, nonce, rest, mailId), Letter.class);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, String mailId) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(mailId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not sealed for this mail with this key", e);
        }
    }
}
