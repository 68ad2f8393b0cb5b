package io.moorage.launcher;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a tar stream with permissions and symbolic links, as far as PostgreSQL's packages use the format. */
final class Archive {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path folder;

    private Archive(InputStream in, Path folder) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.folder = folder.normalize();
    }

    static void unpackTar(InputStream in, Path folder) throws IOException {
        Archive archive = new Archive(in, folder);
        String longName = "";
        while (true) {
            byte[] header = archive.in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return;
            }
            char type = (char) header[156];
            long size = octal(header, 124, 12);
            if (type == 'L') {
                longName = text(archive.read(size), 0, (int) size);
                continue;
            }
            archive.entry(longName.isEmpty() ? text(header, 0, 100) : longName, type, size, header);
            longName = "";
        }
    }

    private void entry(String name, char type, long size, byte[] header) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("entry outside of the folder: " + name);
        }
        switch (type) {
            case '5' -> Files.createDirectories(path);
            case '2' -> Files.createSymbolicLink(fresh(path), Path.of(text(header, 157, 100)));
            case '0', '\0' -> {
                Files.write(fresh(path), read(size));
                boolean program = (octal(header, 100, 8) & 0100) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
            default -> read(size);
        }
    }

    private static Path fresh(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        return path;
    }

    private byte[] read(long size) throws IOException {
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new EOFException("the archive ends too early");
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static long octal(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
