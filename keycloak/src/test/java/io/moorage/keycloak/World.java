package io.moorage.keycloak;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keycloak and what is around it, started once for all tests of a run. */
final class World {

    static final String PASSWORD = "moorage-demo";
    static final String ADMIN_PASSWORD = UUID.randomUUID().toString();
    static final String TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static @Nullable World only;
    private static boolean failed;

    final Surroundings surroundings;
    final RunningKeycloak keycloak;

    /** Imports the realm in one place and then starts it in another, as a copy with a new port does. */
    private World() throws IOException, InterruptedException {
        surroundings = new Surroundings();
        keycloak = new RunningKeycloak();
        keycloak.start(environment("http://localhost:1"));
        keycloak.stop();
        keycloak.start(environment(surroundings.url()));
    }

    static synchronized World get() throws IOException, InterruptedException {
        if (failed) throw new IllegalStateException("Keycloak did not start for the first test");
        failed = only == null;
        World world = only == null ? new World() : only;
        failed = false;
        only = world;
        world.surroundings.reset();
        return world;
    }

    /** On its database as it was left. */
    void restart() throws IOException, InterruptedException {
        keycloak.stop();
        keycloak.start(environment(surroundings.url()));
    }

    Visitor visitor() {
        return new Visitor(keycloak.realm(), surroundings);
    }

    private Map<String, String> environment(String portal) {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                ADMIN_PASSWORD,
                "MOORAGE_IDENTITY_URL",
                surroundings.url(),
                "MOORAGE_INTERNAL_SECRET",
                Surroundings.SECRET,
                "MOORAGE_PUBLIC_URL",
                portal,
                "MOORAGE_GATEWAY_CLIENT_SECRET",
                Visitor.GATEWAY_SECRET,
                "MOORAGE_ACCOUNT_URL",
                surroundings.url(),
                "MOORAGE_DEMO_PASSWORD",
                PASSWORD,
                "MOORAGE_DEMO_TOTP_SECRET",
                TOTP_SECRET);
    }
}
