package io.moorage.simulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What the environment says; every value but the address must be there. */
public record Settings(
        String address,
        int port,
        int smtpPort,
        Path dataFolder,
        String sandboxUrl,
        String sandboxApiKey,
        String sandboxSigningKey,
        URI sandboxWebhookUrl) {

    static Settings of(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(required(environment, "SERVER_PORT")),
                Integer.parseInt(required(environment, "MOORAGE_SMTP_PORT")),
                Path.of(required(environment, "MOORAGE_DATA_DIR")),
                required(environment, "MOORAGE_SANDBOX_URL"),
                required(environment, "MOORAGE_SANDBOX_API_KEY"),
                required(environment, "MOORAGE_SANDBOX_SIGNING_KEY"),
                URI.create(required(environment, "MOORAGE_SANDBOX_WEBHOOK_URL")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}
