package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void programs_files_and_links_come_out_as_they_went_in() throws Exception {
        String longName = "share/" + "x".repeat(120);
        entry("bin/", '5', "0000755", "", "");
        entry("bin/postgres", '0', "0000755", "program", "");
        entry("lib/libpq.so", '2', "0000777", "", "libpq.so.5");
        entry("@LongLink", 'L', "0000644", longName + "\0", "");
        entry(longName.substring(0, 100), '0', "0000644", "text", "");
        unpack();

        assertThat(folder.resolve("bin/postgres")).hasContent("program").isExecutable();
        assertThat(Files.readSymbolicLink(folder.resolve("lib/libpq.so"))).isEqualTo(Path.of("libpq.so.5"));
        assertThat(folder.resolve(longName)).hasContent("text");
        assertThat(Files.isExecutable(folder.resolve(longName))).isFalse();
    }

    @Test
    void nothing_is_written_outside_of_the_folder() {
        entry("../escaped", '0', "0000644", "x", "");

        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("escaped");
        assertThat(folder.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    void an_archive_that_breaks_off_is_an_error() {
        entry("file", '0', "0000644", "content", "");
        byte[] half = Arrays.copyOf(tar.toByteArray(), 514);

        assertThatThrownBy(() -> Archive.unpackTar(new ByteArrayInputStream(half), folder))
                .isInstanceOf(IOException.class);
    }

    private void unpack() throws IOException {
        tar.writeBytes(new byte[1024]);
        Archive.unpackTar(new ByteArrayInputStream(tar.toByteArray()), folder);
    }

    private void entry(String name, char type, String mode, String content, String link) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, String.format("%011o", content.length()));
        header[156] = (byte) type;
        put(header, 157, link);
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(content.getBytes(StandardCharsets.UTF_8), (content.length() + 511) / 512 * 512));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
