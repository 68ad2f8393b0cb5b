package io.moorage.identity.operator.httpa;

import io.moorage.identity.operator.delivery.ReportForged;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The operator's signature: HMAC-SHA1, in base64, with the account's token, over the address called and the form's
 * fields, each name followed by its value, in the order of the names.
 */
final class CallbackSignature {
    static final String HEADER = "X-Twilio-Signature";
    private static final String ALGORITHM = "HmacSHA1"; // the vendor's choice; sound in an HMAC

    private final SecretKeySpec key;
    private final String address;

    /** @param address as the operator was told it */
    CallbackSignature(String token, String address) {
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.address = address;
    }

    /** @throws ReportForged if it isn't signed so */
    void check(@Nullable String shown, Map<String, String> form) {
        if (shown == null) throw new ReportForged("The signature is missing");
        byte[] expected = of(form).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8)))
            throw new ReportForged("The signature is not the operator's");
    }

    private String of(Map<String, String> form) {
        StringBuilder signed = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA1
        }
    }
}
