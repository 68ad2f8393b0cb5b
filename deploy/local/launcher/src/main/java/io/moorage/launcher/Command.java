package io.moorage.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program to run: its words, what is added to the environment, and the folder it runs in. */
record Command(List<String> words, Map<String, String> environment, Path folder) {
    // Small machines first: a developer's laptop runs all parts at once.
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    static Command java(String heap, List<String> words, Map<String, String> environment, Path folder) {
        List<String> all = new ArrayList<>();
        all.add(javaProgram());
        all.add("-Xmx" + heap);
        all.addAll(SMALL_JVM);
        all.addAll(words);
        return new Command(all, environment, folder);
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
