package io.moorage.gateway.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.GatewayApplication;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Two gateways on one database with everything around them; made once for all tests of a run. */
public final class World {
    private static World only;

    public final TestClock clock = new TestClock();
    public final StubKeycloak keycloak = new StubKeycloak(clock);
    public final StubService identity = new StubService("identity");
    public final StubService account = new StubService("account");
    public final StubService inventory = new StubService("inventory");
    public final StubService billing = new StubService("billing");
    public final StubService billing2 = new StubService("billing-2");
    public final TestKafka kafka = TestKafka.startOwn();
    public final Events events = new Events(kafka.bootstrap());
    public final Database database = new Database();
    public final URI first;
    public final URI second;
    private final Map<URI, ConfigurableApplicationContext> running = new HashMap<>();

    private World() {
        int port = TestPorts.free();
        this.first = start(port, "http://localhost:" + port);
        this.second = start(TestPorts.free(), "http://localhost:" + port);
    }

    public static synchronized World get() {
        if (only == null) {
            only = new World();
            Runtime.getRuntime().addShutdownHook(new Thread(only::close));
        }
        return only;
    }

    private void close() {
        running.values().forEach(ConfigurableApplicationContext::close);
        events.close();
        try {
            kafka.close();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Browser browser() {
        return new Browser(first);
    }

    public String publicUrl() {
        return "http://localhost:" + first.getPort();
    }

    public <T> T bean(URI gateway, Class<T> type) {
        return running.get(gateway).getBean(type);
    }

    /** One more gateway, which knows nothing but what the others left in the database. */
    public URI startAnother() {
        return start(TestPorts.free(), publicUrl());
    }

    private URI start(int port, String publicUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("SERVER_PORT", port);
        settings.put("MOORAGE_PUBLIC_URL", publicUrl);
        settings.put("MOORAGE_ISSUER", keycloak.issuer());
        settings.put("MOORAGE_GATEWAY_CLIENT_SECRET", StubKeycloak.SECRET);
        settings.put("MOORAGE_INTERNAL_SECRET", StubService.INTERNAL_SECRET);
        settings.put("MOORAGE_SESSION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("MOORAGE_DATABASE_URL", database.url);
        settings.put("MOORAGE_DATABASE_USER", "postgres");
        settings.put("MOORAGE_DATABASE_PASSWORD", "postgres");
        settings.put("MOORAGE_KAFKA", kafka.bootstrap());
        settings.put("MOORAGE_IDENTITY_URL", identity.url());
        settings.put("MOORAGE_ACCOUNT_URL", account.url());
        settings.put("MOORAGE_INVENTORY_URL", inventory.url());
        settings.put("MOORAGE_BILLING_URL", billing.url() + "," + billing2.url());
        settings.put("MOORAGE_PORTAL_DIR", portal());
        settings.put("logging.level.root", "warn");
        settings.put("moorage.push.heartbeat", "300ms");
        settings.put("moorage.push.check", "500ms");
        settings.put("moorage.push.per-caller", "3");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers((GenericApplicationContext made) -> {
                    made.registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                    made.registerBean("testTicker", Ticker.class, () -> clock::ticks, bean -> bean.setPrimary(true));
                })
                .run(arguments(settings));
        URI gateway = URI.create("http://127.0.0.1:" + port);
        running.put(gateway, context);
        return gateway;
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static Path portal() {
        try {
            Path folder = Files.createTempDirectory("portal");
            Files.createDirectories(folder.resolve("assets"));
            Files.writeString(folder.resolve("index.html"), "<!doctype html><title>Moorage</title>");
            Files.writeString(folder.resolve("favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
            Files.writeString(folder.resolve("assets/app-1a2b3c.js"), "// " + "x".repeat(4000));
            Files.writeString(folder.resolveSibling("secret-beside-the-portal.txt"), "secret");
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
