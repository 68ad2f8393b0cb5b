package io.moorage.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** A small properties file that is replaced as a whole, and that only its owner may read. */
final class Stored {
    private Stored() {}

    static Properties read(Path file) {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try {
                values.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw Trouble.of("reading " + file, e);
            }
        }
        return values;
    }

    static void write(Path file, Properties values) {
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Trouble.of("writing " + file, e);
        }
    }
}
