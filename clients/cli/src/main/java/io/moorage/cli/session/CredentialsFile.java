package io.moorage.cli.session;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ~/.config/moorage/credentials.json}: an entry for each gateway, so that a token never goes to another one than it
 * was made for. Only the owner can read it. It is replaced as a whole, never half written.
 */
public final class CredentialsFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final JsonMapper json;
    private final Path folder;
    private final Path file;

    public CredentialsFile(JsonMapper json, Path folder) {
        this.json = json;
        this.folder = folder;
        this.file = folder.resolve("credentials.json");
    }

    /** Where the freedesktop.org rules want it. */
    public static Path folder(Map<String, String> variables) {
        String config = variables.getOrDefault("XDG_CONFIG_HOME", "");
        // Relative ones are to be ignored, the rules say.
        if (config.startsWith("/")) return Path.of(config, "moorage");
        return Path.of(variables.getOrDefault("HOME", "."), ".config", "moorage");
    }

    public @Nullable Credentials of(String gateway) {
        JsonNode entry = all().get(gateway);
        return entry == null ? null : Credentials.read(entry);
    }

    public void keep(String gateway, Credentials credentials) {
        ObjectNode all = all();
        credentials.write(all.putObject(gateway));
        replace(all);
    }

    public void forget(String gateway) {
        ObjectNode all = all();
        if (all.remove(gateway) != null) replace(all);
    }

    /** Runs while no other process of this user does the same. */
    public <T> T alone(Supplier<T> work) {
        try {
            Files.createDirectories(folder, OWNER_ONLY_FOLDER);
            try (FileChannel channel =
                            FileChannel.open(folder.resolve("credentials.lock"), Set.of(CREATE, WRITE), OWNER_ONLY);
                    FileLock held = channel.lock()) {
                return work.get();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ObjectNode all() {
        try {
            if (Files.exists(file) && json.readTree(Files.readAllBytes(file)) instanceof ObjectNode all) return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JacksonException damaged) {
            // As good as no file: the next log-in writes a new one.
            return json.createObjectNode();
        }
        return json.createObjectNode();
    }

    private void replace(ObjectNode all) {
        try {
            Path next = Files.createTempFile(folder, "credentials", ".next", OWNER_ONLY);
            Files.write(next, json.writeValueAsBytes(all));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
