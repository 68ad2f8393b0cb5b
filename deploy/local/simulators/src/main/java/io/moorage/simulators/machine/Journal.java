package io.moorage.simulators.machine;

import io.moorage.simulators.web.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The machines' memory: a file that only grows, a line of JSON for each entry, on the disk before anybody hears of it: whoever tells of an
 * entry syncs first, and one sync does for all who wait. */
final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Object disk = new Object();
    private volatile long written;
    private long synced;

    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " can't be opened", e);
        }
    }

    /** All entries so far. A last line that was cut off by a crash was never told to anybody, and goes. */
    List<Entry> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            channel.truncate(end).position(end);
            return new String(bytes, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Entry.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " can't be read", e);
        }
    }

    /** Writes all of them or none; one caller at a time. */
    void append(List<Entry> entries) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            lines.writeBytes(Json.write(entry));
            lines.write('\n');
        }
        try {
            long before = channel.position();
            try {
                ByteBuffer buffer = ByteBuffer.wrap(lines.toByteArray());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                written = channel.position();
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " can't be written", e);
        }
    }

    /** Returns once all that was appended before is on the disk. */
    void sync() {
        long end = written;
        synchronized (disk) {
            if (synced >= end) {
                return;
            }
            long more = written;
            try {
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal " + file + " can't be written", e);
            }
            synced = more;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " can't be closed", e);
        }
    }
}
