package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keycloak, started as its own script would, but without the script between: killing that would orphan the server. */
record Keycloak(Setup setup, Map<String, String> environment) implements Part.Preparation {
    private static final List<String> OPENED =
            List.of("java.util", "java.util.concurrent", "java.security", "java.lang");

    @Override
    public Command prepare() {
        Path built = new KeycloakBuild(setup.home()).built();
        Path instance = instance(built);
        List<String> words = new java.util.ArrayList<>(
                // Its start is most of the stack's, and it has little to do after.
                List.of("-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=256m", "-Dfile.encoding=UTF-8"));
        OPENED.forEach(name -> words.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        words.addAll(List.of(
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + instance,
                "-Djboss.server.config.dir=" + instance.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                instance.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return Command.java("384m", words, settings(), instance);
    }

    /** Programs are shared by all stacks of a checkout; what Keycloak writes lies in this stack's own folder. */
    private Path instance(Path built) {
        Path instance = setup.home().apps().resolve("keycloak");
        try {
            Path imported = instance.resolve("data/import");
            Files.createDirectories(imported);
            for (String shared : List.of("lib", "providers", "themes", "conf")) {
                Path link = instance.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, built.resolve(shared));
            }
            Path realm = setup.home().root().resolve("keycloak/target/keycloak/data/import/moorage-realm.json");
            Files.copy(realm, imported.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return instance;
        } catch (IOException e) {
            throw Trouble.of("laying out Keycloak", e);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.put("KC_DB_URL", environment.getOrDefault("MOORAGE_DATABASE_URL", ""));
        settings.put("KC_DB_USERNAME", environment.getOrDefault("MOORAGE_DATABASE_USER", ""));
        settings.put("KC_DB_PASSWORD", environment.getOrDefault("MOORAGE_DATABASE_PASSWORD", ""));
        settings.put("KC_DB_POOL_MAX_SIZE", "20");
        settings.put("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true"); // or it stumbles after PostgreSQL's restart
        settings.put("KC_HOSTNAME", setup.keycloakUrl());
        settings.put("KC_HTTP_ENABLED", "true");
        settings.put("KC_HTTP_HOST", "127.0.0.1");
        settings.put("KC_HTTP_PORT", Integer.toString(setup.ports().get("keycloak")));
        settings.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(setup.ports().get("keycloak-management")));
        settings.put("KC_CACHE", "local"); // the default opens ports to the network
        settings.put("KC_SHUTDOWN_DELAY", "0s");
        settings.put("KC_LOG_LEVEL", "info,io.smallrye.health:error");
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", setup.secrets().get("keycloak-admin"));
        settings.put("MOORAGE_DEMO_PASSWORD", Status.DEMO_PASSWORD);
        settings.put("MOORAGE_DEMO_TOTP_SECRET", Status.DEMO_TOTP_SECRET);
        return settings;
    }
}
