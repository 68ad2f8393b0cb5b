package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A module of ours that runs as a jar. It runs from a folder of its own, so that a build meanwhile doesn't pull the file
 * from under it. A service is laid out without jars within the jar, and as it ends for the first time Java leaves an
 * archive of the classes that it loaded: with both, all services together start in little more than
 * half the time.
 */
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
            return Command.java(heap, words(source, folder), environment, folder);
        } catch (IOException e) {
            throw Trouble.of("copying " + source, e);
        }
    }

    private List<String> words(Path source, Path folder) throws IOException {
        Path copy = folder.resolve(source.getFileName());
        Path libraries = source.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            copy(source, copy);
            copyAll(libraries, folder.resolve("lib"));
            return List.of("-jar", copy.toString());
        }
        Path laidOut = folder.resolve("laid-out");
        Path archive = folder.resolve("classes.jsa");
        if (!isSame(source, copy)) {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(archive);
            layOut(source, laidOut);
            copy(source, copy); // last: it tells that all of it is laid out
        }
        return List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-XX:+AutoCreateSharedArchive",
                // One of another Java is made anew, and nobody needs to do anything about it.
                "-Xlog:cds=off,aot=off",
                "-jar",
                laidOut.resolve(source.getFileName()).toString());
    }

    /** The module's own jar, and those that it holds beside it. */
    private void layOut(Path source, Path folder) {
        List<String> words = List.of(
                Command.javaProgram(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                source.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        Tool.quiet(home).run("lay-out-" + part, words, home.root());
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (isSame(from, to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** By content: a reproducible build gives every jar the same time. */
    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(other) && Files.mismatch(one, other) == -1;
    }
}
