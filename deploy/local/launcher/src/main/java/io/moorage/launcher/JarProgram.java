package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A module of ours that runs as a jar. It runs from a copy, so that a build meanwhile doesn't pull the file from under it. */
record JarProgram(Home home, String part, String module, String heap, Map<String, String> environment)
        implements Part.Preparation {

    /** Where Maven leaves the jar of a module. */
    static Path jar(Home home, String module) {
        Path folder = home.root().resolve(module);
        return folder.resolve("target").resolve(folder.getFileName() + "-1.0.0-SNAPSHOT.jar");
    }

    @Override
    public Command prepare() {
        Path source = jar(home, module);
        if (!Files.exists(source)) {
            throw new Trouble(part + " isn't built: " + home.root().relativize(source) + " is missing.");
        }
        Path folder = home.apps().resolve(part);
        try {
            Path copy = folder.resolve(source.getFileName());
            copy(source, copy);
            copyAll(source.resolveSibling("lib"), folder.resolve("lib"));
            return Command.java(heap, List.of("-jar", copy.toString()), environment, folder);
        } catch (IOException e) {
            throw Trouble.of("copying " + source, e);
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** By content: a reproducible build gives every jar the same time. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) == -1) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
