package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path module;

    private Path built;

    @BeforeEach
    void layOut() throws Exception {
        Files.createDirectories(module.resolve("src/main/java"));
        Files.createDirectories(module.resolve("target"));
        Files.writeString(module.resolve("pom.xml"), "");
        Files.writeString(module.resolve("src/main/java/A.java"), "");
        Files.writeString(module.resolve("src/main/java/B.java"), "");
        built = Files.writeString(module.resolve("target/module.jar"), "");
        for (String path : List.of(
                "src", "src/main", "src/main/java", "src/main/java/A.java", "src/main/java/B.java", "pom.xml")) {
            at(path, NOON);
        }
        at("target/module.jar", NOON.plusSeconds(1));
    }

    @Test
    void what_is_newer_than_its_sources_is_left_alone() {
        assertThat(Build.isOlder(built, List.of(module))).isFalse();
    }

    @Test
    void what_was_never_built_is_stale() {
        assertThat(Build.isOlder(module.resolve("target/other.jar"), List.of(module)))
                .isTrue();
    }

    @Test
    void a_changed_source_makes_it_stale() throws Exception {
        at("src/main/java/A.java", NOON.plusSeconds(2));
        assertThat(Build.isOlder(built, List.of(module))).isTrue();
    }

    @Test
    void a_deleted_source_makes_it_stale() throws Exception {
        Files.delete(module.resolve("src/main/java/A.java"));
        assertThat(Build.isOlder(built, List.of(module))).isTrue();
    }

    @Test
    void what_a_build_writes_does_not() throws Exception {
        Files.writeString(module.resolve("target/classes.txt"), "");
        at("target", NOON.plus(Duration.ofHours(1)));
        assertThat(Build.isOlder(built, List.of(module))).isFalse();
    }

    @Test
    void only_the_modules_of_the_chosen_parts_are_built() {
        assertThat(Build.modules(List.of("postgres", "billing", "billing-2", "gateway")))
                .containsExactly("deploy/local/launcher", "billing-service", "gateway");
    }

    private void at(String path, Instant time) throws Exception {
        Files.setLastModifiedTime(module.resolve(path), FileTime.from(time));
    }
}
