package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each part is told by its environment. */
class PartsTest {
    @TempDir
    private Path folder;

    private Setup setup;

    @BeforeEach
    void layOut() {
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        setup = new Session(Session.Mode.DETACHED, Pid.self(), 8123, Map.of("account", 2)).setup(home);
    }

    @Test
    void inventory_finds_the_machines_and_has_the_key_that_they_ask_for() {
        assertThat(told("inventory"))
                .containsEntry("MOORAGE_MACHINES_URL", setup.local("simulators"))
                .containsEntry("MOORAGE_MACHINES_API_KEY", told("simulators").get("MOORAGE_MACHINES_API_KEY"));
        assertThat(told("simulators").get("MOORAGE_MACHINES_API_KEY")).hasSizeGreaterThan(40);
    }

    @Test
    void nobody_else_has_the_machines_key() {
        String key = setup.secrets().get("machines-api-key");
        for (String part : new String[] {"identity", "account", "billing", "gateway", "keycloak"}) {
            assertThat(told(part)).doesNotContainValue(key);
        }
    }

    @Test
    void every_instance_of_account_hands_mails_to_the_mailbox() {
        String port = Integer.toString(setup.ports().get("smtp"));
        assertThat(told("simulators")).containsEntry("MOORAGE_SMTP_PORT", port);
        for (String part : new String[] {"account", "account-2"}) {
            assertThat(told(part))
                    .containsEntry("MOORAGE_SMTP_HOST", "127.0.0.1")
                    .containsEntry("MOORAGE_SMTP_PORT", port);
        }
        assertThat(told("account-2").get("MOORAGE_MAIL_KEY"))
                .as("what one has sealed the other must open")
                .isNotNull()
                .isEqualTo(told("account").get("MOORAGE_MAIL_KEY"));
    }

    @Test
    void keycloak_finds_the_service_that_sends_its_mails() {
        assertThat(told("keycloak"))
                .containsEntry("MOORAGE_ACCOUNT_URL", setup.local("account") + "," + setup.local("account-2"))
                .containsEntry("MOORAGE_INTERNAL_SECRET", setup.secrets().get("internal-secret"));
    }

    private Map<String, String> told(String part) {
        Part.Preparation preparation = Up.named(new Parts(setup).all(), part).preparation();
        return preparation instanceof Keycloak keycloak
                ? keycloak.environment()
                : ((JarProgram) preparation).environment();
    }
}
