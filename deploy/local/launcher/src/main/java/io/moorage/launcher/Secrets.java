package io.moorage.launcher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The stack's secrets: made once per data folder, kept in a file that only its owner may read. */
final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final Properties values;

    Secrets(Path file) {
        this.file = file;
        this.values = Stored.read(file);
    }

    /** A secret as text that needs no quoting anywhere. */
    synchronized String get(String name) {
        return get(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A secret of 32 bytes in plain base64, as keys are written. */
    synchronized String key(String name) {
        return get(name, Base64.getEncoder());
    }

    private String get(String name, Base64.Encoder encoder) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String made = encoder.encodeToString(bytes);
        values.setProperty(name, made);
        Stored.write(file, values);
        return made;
    }
}
