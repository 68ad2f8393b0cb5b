package io.moorage.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of parts: what there is, what needs what, and what each is told. */
final class Parts {
    static final List<String> SERVICES = List.of("identity", "account", "inventory", "billing");
    /** The demo's user {@code staff}, as the realm file has them. */
    private static final String PROVIDERS_OWNER = "01936a10-0000-7000-8003-000005000202";

    private static final String MACHINE_SECONDS = "MOORAGE_MACHINE_SECONDS";
    private static final String SECOND_FACTOR_WAIT = "MOORAGE_SECOND_FACTOR_WAIT";
    private static final int SMPP_PASSWORD = 8; // characters: the protocol has room for no more
    private static final String READINESS = "/actuator/health/readiness";

    private final Setup setup;

    Parts(Setup setup) {
        this.setup = setup;
    }

    /** All parts, in the order in which people read them. */
    List<Part> all() {
        int postgres = setup.ports().get("postgres");
        int kafka = setup.ports().get("kafka");
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("postgres", Set.of(), postgres, Probe.postgres(postgres), new Postgres(setup)));
        parts.add(new Part("kafka", Set.of(), kafka, Probe.kafka(kafka), new Kafka(setup)));
        parts.add(new Part(
                "keycloak",
                Set.of("postgres"),
                setup.ports().get("keycloak"),
                Probe.http(setup.ports().get("keycloak-management"), "/health/ready"),
                new Keycloak(setup, environment("keycloak"))));
        parts.add(spring("simulators", Set.of(), "deploy/local/simulators", "128m", simulators()));
        for (String service : SERVICES) {
            for (String instance : setup.instances(service)) {
                parts.add(spring(
                        instance, Set.of("postgres", "kafka"), service + "-service", "256m", environment(service)));
            }
        }
        parts.add(gateway());
        return parts;
    }

    private Part gateway() {
        Map<String, String> environment = environment("gateway");
        environment.put(
                "MOORAGE_PORTAL_DIR",
                setup.home().root().resolve("clients/web/dist").toString());
        environment.put("MOORAGE_SESSION_KEY", setup.secrets().key("session-key"));
        return spring("gateway", Set.of("postgres", "kafka"), "gateway", "256m", environment);
    }

    private Part spring(String name, Set<String> after, String module, String heap, Map<String, String> environment) {
        int port = name.equals("gateway") ? setup.gatewayPort() : setup.ports().get(name);
        Map<String, String> own = new LinkedHashMap<>(environment);
        own.put("SERVER_PORT", Integer.toString(port));
        return new Part(
                name, after, port, Probe.http(port, READINESS), new JarProgram(setup.home(), name, module, heap, own));
    }

    private Map<String, String> simulators() {
        Map<String, String> environment = new LinkedHashMap<>(sandbox());
        environment.put("MOORAGE_SMTP_PORT", Integer.toString(setup.ports().get("smtp")));
        environment.put("MOORAGE_DATA_DIR", setup.home().data("simulators").toString());
        environment.put("MOORAGE_SANDBOX_WEBHOOK_URL", setup.publicUrl() + "/api/v1/webhooks/sandbox");
        environment.put("MOORAGE_MACHINES_API_KEY", machinesApiKey());
        environment.put(
                "MOORAGE_SIMULATORS_PHONE_PORT", Integer.toString(setup.ports().get("phone")));
        environment.put(
                "MOORAGE_SIMULATORS_SMPP_PORT", Integer.toString(setup.ports().get("smpp")));
        environment.putAll(operatorKeys());
        passOn(MACHINE_SECONDS, environment);
        return environment;
    }

    private Map<String, String> sandbox() {
        return Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "MOORAGE_SANDBOX_URL", setup.local("simulators"),
                "MOORAGE_SANDBOX_API_KEY", setup.secrets().get("sandbox-api-key"),
                "MOORAGE_SANDBOX_SIGNING_KEY", setup.secrets().get("sandbox-signing-key"));
    }

    private String machinesApiKey() {
        return setup.secrets().get("machines-api-key");
    }

    /** With which SMS and calls are sent. */
    private Map<String, String> operatorKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String operator : List.of("http-a", "http-b")) {
            String prefix = "MOORAGE_OPERATOR_" + operator.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
            keys.put(prefix + "_KEY", setup.secrets().get(operator + "-key"));
            keys.put(prefix + "_SECRET", setup.secrets().get(operator + "-secret"));
        }
        keys.put("MOORAGE_OPERATOR_SMPP_KEY", "moorage");
        keys.put(
                "MOORAGE_OPERATOR_SMPP_SECRET",
                setup.secrets().get("smpp-secret").substring(0, SMPP_PASSWORD));
        return keys;
    }

    private Map<String, String> identity() {
        Map<String, String> environment = new LinkedHashMap<>(operatorKeys());
        environment.put("MOORAGE_OPERATOR_HTTP_A_URL", setup.local("phone") + "/twilio");
        environment.put("MOORAGE_OPERATOR_HTTP_B_URL", setup.local("phone") + "/vonage");
        environment.put("MOORAGE_OPERATOR_SMPP", "127.0.0.1:" + setup.ports().get("smpp"));
        environment.put("MOORAGE_CODE_KEY", setup.secrets().key("code-key"));
        // Whoever tries the product out, and its tests, log in and invite more often than people do.
        for (String limited : List.of("USER", "NUMBER", "ADDRESS")) {
            environment.put("MOORAGE_SECOND_FACTOR_SENDS_PER_" + limited, "1000/PT1H");
        }
        environment.put("MOORAGE_INVITATIONS_PER_ADDRESS", "1000/PT24H");
        passOn(SECOND_FACTOR_WAIT, environment);
        return environment;
    }

    private static void passOn(String variable, Map<String, String> environment) {
        Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> environment.put(variable, value));
    }

    /** What one part alone is told. */
    private Map<String, String> own(String part) {
        return switch (part) {
            case "identity" -> identity();
            case "billing" -> sandbox();
            case "inventory" ->
                Map.of("MOORAGE_MACHINES_URL", setup.local("simulators"), "MOORAGE_MACHINES_API_KEY", machinesApiKey());
            case "account" ->
                Map.of(
                        "MOORAGE_SMTP_HOST",
                        "127.0.0.1",
                        "MOORAGE_SMTP_PORT",
                        Integer.toString(setup.ports().get("smtp")),
                        "MOORAGE_MAIL_KEY",
                        setup.secrets().key("mail-key"),
                        "MOORAGE_PROVIDERS_OWNER",
                        PROVIDERS_OWNER);
            case "gateway", "keycloak" ->
                Map.of("MOORAGE_GATEWAY_CLIENT_SECRET", setup.secrets().get("gateway-client-secret"));
            default -> Map.of();
        };
    }

    /** What a service, the gateway or Keycloak is told; {@code database} is also the name of its role. */
    private Map<String, String> environment(String database) {
        Map<String, String> environment = new LinkedHashMap<>(own(database));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put(
                "MOORAGE_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + setup.ports().get("postgres") + "/" + database);
        environment.put("MOORAGE_DATABASE_USER", database);
        environment.put("MOORAGE_DATABASE_PASSWORD", setup.secrets().get(Postgres.passwordOf(database)));
        environment.put("MOORAGE_KAFKA", "127.0.0.1:" + setup.ports().get("kafka"));
        environment.put("MOORAGE_ISSUER", setup.keycloakUrl() + "/realms/moorage");
        environment.put("MOORAGE_INTERNAL_SECRET", setup.secrets().get("internal-secret"));
        environment.put("MOORAGE_PUBLIC_URL", setup.publicUrl());
        for (String service : SERVICES) {
            environment.put("MOORAGE_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL", setup.urls(service));
        }
        return environment;
    }
}
