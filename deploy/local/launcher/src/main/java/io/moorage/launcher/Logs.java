package io.moorage.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts' logs: one file each, the start before this one beside it. */
final class Logs {
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int SHOWN = 40;

    private final Home home;

    Logs(Home home) {
        this.home = home;
    }

    /** Begins a part's log anew; the last one stays as {@code <part>.1.log}. */
    Path rotate(String part) {
        Path log = home.log(part);
        try {
            if (Files.exists(log) && Files.size(log) > 0) {
                Files.move(log, home.logs().resolve(part + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw Trouble.of("rotating " + log, e);
        }
    }

    /** The last lines of a log, indented; empty if there is none. */
    String tail(String part, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(home.log(part).toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(line -> "    | " + line)
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }

    /** What a build tool calls errors, first ones first, since the causes stand there; else the end of its log. */
    String errors(String name, int lines) {
        try (Stream<String> all = Files.lines(home.log(name))) {
            List<String> errors =
                    all.filter(line -> line.startsWith("[ERROR]")).limit(lines).toList();
            return errors.isEmpty()
                    ? tail(name, lines)
                    : String.join("\n", errors).indent(4).stripTrailing();
        } catch (IOException e) {
            return "";
        }
    }

    /** Prints one part's log, or the end of all, and with {@code follow} what is added, until interrupted. */
    void show(List<String> parts, boolean follow, Console console) {
        List<String> shown = parts.isEmpty() ? all() : parts;
        boolean named = shown.size() > 1;
        Map<String, Long> read = new HashMap<>();
        for (String part : shown) {
            if (!Files.exists(home.log(part))) {
                throw new Trouble("There is no log of '" + part + "'. Logs: " + String.join(", ", all()) + ".");
            }
            if (named) {
                console.line("== " + part);
                console.line(tail(part, SHOWN));
                read.put(part, home.log(part).toFile().length());
            }
        }
        do {
            shown.forEach(part -> read.merge(part, 0L, (old, none) -> old));
            shown.forEach(part -> read.put(part, more(part, read.getOrDefault(part, 0L), named, console)));
            Shell.pause(follow ? 300 : 0);
        } while (follow);
    }

    private long more(String part, long from, boolean named, Console console) {
        try (RandomAccessFile file = new RandomAccessFile(home.log(part).toFile(), "r")) {
            long start = file.length() < from ? 0 : from; // shorter than before: it was rotated
            file.seek(start);
            byte[] added = new byte[(int) Math.min(file.length() - start, 1 << 20)];
            file.readFully(added);
            int whole = new String(added, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            new String(added, 0, whole, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> console.line(named ? part + " | " + line : line));
            return start + whole;
        } catch (IOException e) {
            return 0;
        }
    }

    private List<String> all() {
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log") && !name.endsWith(".1.log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
