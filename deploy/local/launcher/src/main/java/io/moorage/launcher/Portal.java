package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds the web portal with Node when it is older than its sources. */
final class Portal {
    private static final int OLDEST_NODE = 20;

    private final Home home;
    private final Path folder;
    private final Console console;

    Portal(Home home, Console console) {
        this.home = home;
        this.folder = home.root().resolve("clients/web");
        this.console = console;
    }

    boolean isStale() {
        return needsInstall() || Build.isOlder(folder.resolve("dist/index.html"), List.of(folder));
    }

    private boolean needsInstall() {
        return Build.isOlder(
                folder.resolve("node_modules/.package-lock.json"), List.of(folder.resolve("package-lock.json")));
    }

    void build() {
        long begin = System.nanoTime();
        console.line("Building the portal");
        if (needsInstall()) {
            install("portal-install", folder, home);
        }
        Tool.quiet(home).run("portal-build", List.of("npm", "run", "build"), folder);
        console.line(String.format(java.util.Locale.ROOT, "Built in %.1f s", (System.nanoTime() - begin) / 1e9));
    }

    /** Exactly what the lock file names. */
    static void install(String log, Path folder, Home home) {
        Tool.quiet(home).run(log, List.of("npm", "ci", "--no-audit", "--no-fund"), folder);
        try {
            // npm leaves its own time on it, which may be older than the lock file's.
            Path installed = folder.resolve("node_modules/.package-lock.json");
            Files.setLastModifiedTime(installed, java.nio.file.attribute.FileTime.from(java.time.Instant.now()));
        } catch (IOException e) {
            throw Trouble.of("installing the packages of " + folder, e);
        }
    }

    /** Node and npm are needed for the portal and for its tests. */
    static void checkNode() {
        String version = Shell.find("node")
                .map(node -> Shell.output(node.toString(), "--version"))
                .orElse("");
        boolean newEnough = version.matches("v[0-9]+\\..*")
                && Integer.parseInt(version.substring(1, version.indexOf('.'))) >= OLDEST_NODE;
        if (!newEnough || Shell.find("npm").isEmpty()) {
            throw new Trouble("Node " + OLDEST_NODE + " or newer with npm is needed to build the portal; "
                    + (version.isEmpty() ? "none was found" : "found " + version) + ". See https://nodejs.org.");
        }
    }
}
