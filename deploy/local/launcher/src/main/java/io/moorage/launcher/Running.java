package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of the parts' processes, in files: {@code <part>.pid}, {@code .ready} and {@code .stopped}. */
final class Running {
    private final Home home;

    Running(Home home) {
        this.home = home;
    }

    Path pidFile(String part) {
        return file(part, "pid");
    }

    /** The part's process, if it lives. */
    Optional<Pid> process(String part) {
        return Pid.recorded(pidFile(part)).filter(Pid::alive);
    }

    /** Parts that were started and not ended on purpose, alive or not. */
    List<String> recorded() {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Trouble.of("reading " + home.run(), e);
        }
    }

    List<String> alive() {
        return recorded().stream().filter(part -> process(part).isPresent()).toList();
    }

    void forget(String part) {
        delete(file(part, "pid"));
        delete(file(part, "ready"));
        delete(file(part, "stopped"));
    }

    void forgetAll() {
        recorded().forEach(this::forget);
    }

    void markReady(String part, long milliseconds) {
        write(file(part, "ready"), Long.toString(milliseconds));
    }

    /** How long the start took, once it was ready. */
    Optional<Long> startedIn(String part) {
        try {
            return Optional.of(Long.parseLong(Files.readString(file(part, "ready"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From here on the part's end is wanted: nobody need be told. */
    void markStopped(String part) {
        write(file(part, "stopped"), "");
    }

    boolean isStopped(String part) {
        return Files.exists(file(part, "stopped"));
    }

    private Path file(String part, String kind) {
        return home.run().resolve(part + "." + kind);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Trouble.of("writing " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Trouble.of("deleting " + file, e);
        }
    }
}
