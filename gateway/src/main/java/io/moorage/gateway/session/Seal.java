package io.moorage.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the gateway keeps outside its memory (AES-256-GCM). Each text is bound to its place: what was sealed for
 * one row or cookie opens nowhere else.
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryption;
    private final SecretKeySpec signature;

    /** @param base64Key 32 bytes; the keys in use are derived from it */
    public Seal(String base64Key) {
        byte[] key = Base64.getDecoder().decode(base64Key.strip());
        if (key.length != 32) throw new IllegalArgumentException("the session key must have 32 bytes");
        SecretKeySpec root = new SecretKeySpec(key, "HmacSHA256");
        this.encryption = new SecretKeySpec(hmac(root, "moorage session encryption"), "AES");
        this.signature = new SecretKeySpec(hmac(root, "moorage session signature"), "HmacSHA256");
    }

    public byte[] seal(String text, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), place)
                .orElseThrow();
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Empty where the bytes were not sealed with this key for this place. */
    public Optional<String> open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) return Optional.empty();
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, rest, place).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** A text that nobody without the key can make for this value. */
    public String sign(String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(signature, value));
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] text, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(SecretKeySpec key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
