package io.moorage.proofs.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jar that billing-service's build made, laid out so that it starts fast: classes and libraries side by side. */
record ServiceJar(Path folder) {
    private static final String NAME = "billing-service-1.0.0-SNAPSHOT.jar";
    private static final Path BUILT = Path.of("../../billing-service/target").resolve(NAME);

    static ServiceJar laidOut() throws IOException, InterruptedException {
        if (!Files.exists(BUILT))
            throw new IllegalStateException("Build billing-service first (./mvnw package): no " + BUILT);
        ServiceJar jar = new ServiceJar(Path.of("target/service").toAbsolutePath());
        Process extraction = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        BUILT.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        jar.folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/extraction.log"))
                .start();
        if (extraction.waitFor() != 0) throw new IllegalStateException("The jar could not be laid out: " + BUILT);
        return jar;
    }

    /** Options as the local launcher gives them. */
    List<String> command(Path classCache) {
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + classCache,
                "-Xlog:cds=off",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                folder.resolve(NAME).toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
