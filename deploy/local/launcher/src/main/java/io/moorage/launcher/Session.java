package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One run of the stack from {@code up} to {@code down}: who started it, how, and with what. */
record Session(Mode mode, Pid launcher, int port, Map<String, Integer> scale) {
    /** While {@code STARTING} or in the {@code FOREGROUND} the launcher answers for the parts; {@code DETACHED} parts stand alone. */
    enum Mode {
        STARTING,
        FOREGROUND,
        DETACHED
    }

    static Optional<Session> read(Home home) {
        Properties values = Stored.read(file(home));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> scale = new HashMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith("scale.")) {
                scale.put(name.substring("scale.".length()), Integer.valueOf(values.getProperty(name)));
            }
        }
        Pid launcher = new Pid(Long.parseLong(values.getProperty("launcher")), values.getProperty("launcher-stamp"));
        return Optional.of(new Session(
                Mode.valueOf(values.getProperty("mode")),
                launcher,
                Integer.parseInt(values.getProperty("port")),
                scale));
    }

    void write(Home home) {
        Properties values = new Properties();
        values.setProperty("mode", mode.name());
        values.setProperty("launcher", Long.toString(launcher.number()));
        values.setProperty("launcher-stamp", launcher.stamp());
        values.setProperty("port", Integer.toString(port));
        scale.forEach((service, count) -> values.setProperty("scale." + service, count.toString()));
        Stored.write(file(home), values);
    }

    static void delete(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw Trouble.of("deleting " + file(home), e);
        }
    }

    Session in(Mode changed) {
        return new Session(changed, launcher, port, scale);
    }

    Setup setup(Home home) {
        return new Setup(
                home,
                new Ports(home.folder().resolve("ports.properties")),
                new Secrets(home.folder().resolve("secrets.properties")),
                port,
                scale);
    }

    String address() {
        return "http://localhost:" + port;
    }

    private static Path file(Home home) {
        return home.run().resolve("stack.properties");
    }
}
