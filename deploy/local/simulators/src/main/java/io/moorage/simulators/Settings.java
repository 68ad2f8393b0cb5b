package io.moorage.simulators;

import io.moorage.simulators.machine.Pace;
import io.moorage.simulators.phone.PhoneSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What the environment says; every value but the address and the machines’ pace must be there. */
public record Settings(
        String address,
        int port,
        int smtpPort,
        Path dataFolder,
        String sandboxUrl,
        String sandboxApiKey,
        String sandboxSigningKey,
        URI sandboxWebhookUrl,
        String machinesApiKey,
        Pace machinePace,
        PhoneSettings phone) {

    static Settings of(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(required(environment, "SERVER_PORT")),
                Integer.parseInt(required(environment, "MOORAGE_SMTP_PORT")),
                Path.of(required(environment, "MOORAGE_DATA_DIR")),
                required(environment, "MOORAGE_SANDBOX_URL"),
                required(environment, "MOORAGE_SANDBOX_API_KEY"),
                required(environment, "MOORAGE_SANDBOX_SIGNING_KEY"),
                URI.create(required(environment, "MOORAGE_SANDBOX_WEBHOOK_URL")),
                required(environment, "MOORAGE_MACHINES_API_KEY"),
                Pace.of(environment.getOrDefault("MOORAGE_MACHINE_SECONDS", "5-15")),
                phone(environment));
    }

    private static PhoneSettings phone(Map<String, String> environment) {
        return new PhoneSettings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(required(environment, "MOORAGE_SIMULATORS_PHONE_PORT")),
                Integer.parseInt(required(environment, "MOORAGE_SIMULATORS_SMPP_PORT")),
                required(environment, "MOORAGE_OPERATOR_HTTP_A_KEY"),
                required(environment, "MOORAGE_OPERATOR_HTTP_A_SECRET"),
                required(environment, "MOORAGE_OPERATOR_HTTP_B_KEY"),
                required(environment, "MOORAGE_OPERATOR_HTTP_B_SECRET"),
                required(environment, "MOORAGE_OPERATOR_SMPP_KEY"),
                required(environment, "MOORAGE_OPERATOR_SMPP_SECRET"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}
