package io.moorage.proofs.stage;

import io.moorage.testkit.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** billing-service in a process of its own, always on the same port. */
public final class Service implements AutoCloseable {
    private final ServiceJar jar;
    private final Map<String, String> environment;
    private final int port;
    private final Path log = Path.of("target/billing-service.log");
    private @Nullable Process process;

    Service(ServiceJar jar, Map<String, String> environment) {
        this.jar = jar;
        this.environment = environment;
        this.port = TestPorts.free();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Returns at once; who wants to know when it is up asks it. */
    public void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(jar.command(jar.folder().resolve("classes.jsa")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        process = builder.start();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        if (process != null) process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as an operator would. */
    void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new IllegalStateException("The service does not stop");
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
