package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak's own build step, done once for each set of providers and kept, since it takes longer than everything else. */
record KeycloakBuild(Home home) {
    private static final int KEPT = 2;
    private static final List<String> OPTIONS = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--features-disabled=account,account-api,ciba,impersonation,kerberos",
            "--spi-email-sender--provider=moorage-mail-room");

    /** The folder of a Keycloak with our providers built in. */
    Path built() {
        Path source = home.root().resolve("keycloak/target/keycloak");
        if (!Files.isDirectory(source.resolve("providers"))) {
            throw new Trouble("keycloak isn't built: " + home.root().relativize(source) + " is missing.");
        }
        Path builds = home.root().resolve(".moorage/keycloak");
        Path built = builds.resolve(fingerprint(source));
        if (Files.exists(built)) {
            return built;
        }
        try {
            Files.createDirectories(builds);
            Path fresh = Files.createTempDirectory(builds, "building");
            Folders.copy(source, fresh);
            List<String> words =
                    new java.util.ArrayList<>(List.of(fresh.resolve("bin/kc.sh").toString()));
            words.addAll(OPTIONS);
            Tool.quiet(home).run("keycloak-build", words, fresh);
            Files.move(fresh, built, StandardCopyOption.ATOMIC_MOVE);
            deleteOld(builds);
            return built;
        } catch (IOException e) {
            throw Trouble.of("building Keycloak", e);
        }
    }

    private static String fingerprint(Path source) {
        try (Stream<Path> providers = Files.list(source.resolve("providers"))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(OPTIONS.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(source.resolve("version.txt")));
            for (Path provider : providers.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(provider));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw Trouble.of("reading Keycloak's providers", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The one before may still run in another stack of this checkout. */
    private static void deleteOld(Path builds) throws IOException {
        try (Stream<Path> all = Files.list(builds)) {
            all.sorted(Comparator.comparing((Path path) -> path.toFile().lastModified())
                            .reversed())
                    .skip(KEPT)
                    .forEach(Folders::delete);
        }
    }
}
