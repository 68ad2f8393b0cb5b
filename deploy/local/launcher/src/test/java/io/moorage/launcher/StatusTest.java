package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    private Path folder;

    private Setup setup;

    @BeforeEach
    void layOut() {
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        setup = new Session(Session.Mode.DETACHED, Pid.self(), 8123, Map.of("billing", 2)).setup(home);
    }

    @Test
    void the_json_has_what_scripts_rely_on() {
        Object json = Json.read(Status.now(setup).json());

        assertThat(json)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
                        "portal", "api", "devPhone", "mail", "machines", "kafka", "keycloak", "parts", "logins");
        assertThat(Json.string(json, "portal")).isEqualTo("http://localhost:8123");
        assertThat(Json.string(json, "api")).isEqualTo("http://localhost:8123/api/v1");
        assertThat(Json.string(json, "devPhone"))
                .isEqualTo("http://127.0.0.1:" + setup.ports().get("phone"));
        assertThat(Json.string(json, "mail"))
                .isEqualTo("http://127.0.0.1:" + setup.ports().get("simulators") + "/mail");
        assertThat(Json.string(json, "machines"))
                .isEqualTo("http://127.0.0.1:" + setup.ports().get("simulators") + "/machines");
        assertThat(Json.at(json, "logins").orElseThrow())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .allSatisfy(login -> assertThat(login)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys("account", "login", "email", "password", "phone", "says"));
    }

    @Test
    void what_does_not_run_is_stopped_and_has_no_process() {
        Status status = Status.now(setup);

        assertThat(status.parts().stream().map(Status.Line::name))
                .containsExactly(
                        "postgres",
                        "kafka",
                        "keycloak",
                        "simulators",
                        "identity",
                        "account",
                        "inventory",
                        "billing",
                        "billing-2",
                        "gateway");
        assertThat(status.parts()).allSatisfy(line -> {
            assertThat(line.state()).isEqualTo("stopped");
            assertThat(line.pid()).isEmpty();
        });
        assertThat(status.allReady()).isFalse();
    }

    @Test
    void scaled_services_have_addresses_of_their_own() {
        assertThat(setup.instances("billing")).isEqualTo(List.of("billing", "billing-2"));
        assertThat(setup.urls("billing"))
                .isEqualTo(setup.local("billing") + "," + setup.local("billing-2"))
                .doesNotMatch("(http://[^,]*),\\1");
    }

    @Test
    void secrets_are_made_once_and_only_their_owner_reads_them() throws Exception {
        String secret = setup.secrets().get("internal-secret");
        Path file = folder.resolve(".moorage/secrets.properties");

        assertThat(new Secrets(file).get("internal-secret")).isEqualTo(secret).hasSizeGreaterThan(40);
        assertThat(java.util.Base64.getDecoder().decode(setup.secrets().key("session-key")))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
