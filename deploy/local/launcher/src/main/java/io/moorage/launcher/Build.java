package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds what is older than its sources. */
final class Build {
    private static final Pattern MODULE = Pattern.compile("Building (Moorage :: .*?) 1\\.0\\.0-SNAPSHOT.*");
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", "dist", "test");

    private final Home home;
    private final Console console;

    Build(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    void build(List<String> parts) {
        Portal portal = new Portal(home, console);
        boolean withPortal = parts.contains("gateway") && portal.isStale();
        if (withPortal) {
            Portal.checkNode(); // before anything that takes long
        }
        buildModules(modules(parts));
        if (withPortal) {
            portal.build();
        }
    }

    void buildModules(List<String> modules) {
        List<String> stale = modules.stream().filter(this::isStale).toList();
        if (!stale.isEmpty()) {
            maven(stale);
        }
    }

    /** The modules that the parts run from. */
    static List<String> modules(List<String> parts) {
        Set<String> modules = new java.util.LinkedHashSet<>(List.of("deploy/local/launcher"));
        for (String part : parts) {
            String service = part.replaceFirst("-[0-9]+$", "");
            switch (service) {
                case "simulators" -> modules.add("deploy/local/simulators");
                case "gateway", "keycloak" -> modules.add(service);
                case "postgres", "kafka" -> modules.add("deploy/local/launcher");
                default -> modules.add(service + "-service");
            }
        }
        return List.copyOf(modules);
    }

    /** The file whose time tells when a module was built: a runnable jar itself carries the time of the release. */
    private Path built(String module) {
        Path jar = JarProgram.jar(home, module);
        Path original = jar.resolveSibling(jar.getFileName() + ".original");
        return Files.exists(original) ? original : jar;
    }

    private boolean isStale(String module) {
        Path built = built(module);
        List<Path> sources = new ArrayList<>(
                List.of(home.root().resolve("pom.xml"), home.root().resolve(module)));
        if (!module.startsWith("deploy") && !module.equals("keycloak")) {
            sources.add(home.root().resolve("platform"));
        }
        return isOlder(built, sources);
    }

    /** Folders count too, since a deleted file shows only there. */
    static boolean isOlder(Path built, List<Path> sources) {
        try {
            if (!Files.exists(built)) {
                return true;
            }
            FileTime time = Files.getLastModifiedTime(built);
            for (Path source : sources) {
                if (newest(source).compareTo(time) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw Trouble.of("comparing " + built + " with its sources", e);
        }
    }

    private static FileTime newest(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? Files.getLastModifiedTime(path) : FileTime.fromMillis(0);
        }
        // A module's own folder changes with every build, those below it only with sources.
        FileTime newest = Files.exists(path.resolve("pom.xml")) || Files.exists(path.resolve("package.json"))
                ? FileTime.fromMillis(0)
                : Files.getLastModifiedTime(path);
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.toList()) {
                if (!NOT_SOURCES.contains(child.getFileName().toString())) {
                    FileTime time = newest(child);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }

    private void maven(List<String> modules) {
        long begin = System.nanoTime();
        FileTime sources = FileTime.from(Instant.now());
        console.line("Building " + String.join(", ", modules));
        List<String> words = List.of(
                home.root().resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true", // half-finished work may run, too
                "package",
                "-am",
                "-pl",
                String.join(",", modules));
        Tool.telling(home, line -> {
                    Matcher matcher = MODULE.matcher(line);
                    if (matcher.find()) {
                        console.line("  … " + matcher.group(1));
                    }
                })
                .run("build", words, home.root());
        modules.forEach(module -> markBuilt(built(module), sources));
        console.line(String.format(java.util.Locale.ROOT, "Built in %.1f s", (System.nanoTime() - begin) / 1e9));
    }

    /** Built from what was there when the build began; Maven leaves a jar alone where nothing in it changed. */
    private static void markBuilt(Path built, FileTime sources) {
        try {
            Files.setLastModifiedTime(built, sources);
        } catch (IOException e) {
            throw Trouble.of("marking " + built + " as built", e);
        }
    }
}
