package io.moorage.inventory.action.driver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real parts that tests of drivers run where the operating system has them. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /** Leaves the test out, telling what it needs, where a program isn't installed. */
    public static void assumeAll(String packages, String... programs) {
        for (String program : programs)
            assumeTrue(isInstalled(program), "needs the program " + program + ": apt-get install " + packages);
    }

    private static boolean isInstalled(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** @param output where it writes all that it says */
    public static Process start(Path folder, Path output, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file that may not be there yet. */
    public static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
