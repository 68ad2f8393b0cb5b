package io.moorage.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The committed samples of stored events, {@code src/test/resources/samples/<event>.<revision>.json}: one for each
 * form that was ever stored, more as {@code <event>.<revision>.<anything>.json}. They are added to and never edited.
 */
public final class Samples {
    private static final Path FOLDER = Path.of("src/test/resources/samples");

    private Samples() {}

    /** @param event the event's name, and its revision, as stored */
    public record Sample(String event, String revision, String json) {}

    public static List<Sample> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted(Comparator.naturalOrder()).map(Samples::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample read(Path file) {
        try {
            String[] name = file.getFileName().toString().split("\\.");
            return new Sample(name[0], name[1], Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
