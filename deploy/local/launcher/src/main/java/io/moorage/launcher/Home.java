package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where things lie: the checkout, and the folder with this stack's data, logs and state. */
record Home(Path root, Path folder) {
    private static final long NEEDED = 1L << 30;

    static Home find(Map<String, String> environment) {
        Path root = Path.of(System.getProperty("moorage.root", "."))
                .toAbsolutePath()
                .normalize();
        String moved = environment.getOrDefault("MOORAGE_HOME", "");
        Path folder =
                moved.isBlank() ? root.resolve(".moorage") : Path.of(moved).toAbsolutePath();
        return new Home(root, folder.normalize());
    }

    Home create() {
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
            return this;
        } catch (IOException e) {
            throw Trouble.of("making " + folder, e);
        }
    }

    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path data(String part) {
        return data().resolve(part);
    }

    /** Copies of what runs, so that a build never pulls a file from under a running part. */
    Path apps() {
        return folder.resolve("apps");
    }

    /** Where Maven lays out the parts that come as packages. */
    Path packages(String part) {
        return root.resolve("deploy/local/launcher/target/parts").resolve(part);
    }

    void checkSpace() {
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            if (usable < NEEDED) {
                throw new Trouble("Only " + (usable >> 20) + " MiB are free on the disk of " + folder
                        + "; 1 GiB is needed. Free some space, or move the data with MOORAGE_HOME.");
            }
        } catch (IOException e) {
            throw Trouble.of("looking for free space under " + folder, e);
        }
    }
}
