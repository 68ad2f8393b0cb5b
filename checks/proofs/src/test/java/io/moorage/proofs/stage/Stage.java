package io.moorage.proofs.stage;

import static org.awaitility.Awaitility.await;

import io.moorage.proofs.load.Journal;
import io.moorage.proofs.wire.Framing;
import io.moorage.proofs.wire.Proxy;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestPostgresServer;
import io.moorage.testkit.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** All that a proof runs on; one for all proofs of a run, with one journal of all that customers were told. */
public final class Stage {
    private static final String DATABASE = "billing";

    public final Journal journal;
    public final TestPostgresServer postgres;
    public final TestKafka kafka;
    public final Proxy toPostgres;
    public final Proxy toKafka;
    public final Service service;
    /** For raw SQL, past the proxy. */
    public final String jdbcUrl;

    /** How long a start takes here while nobody asks for anything. */
    public final long undisturbedStartMs;

    private final Sandbox sandbox;

    public static Stage shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        static final Stage INSTANCE = new Stage();
    }

    private Stage() {
        try {
            journal = new Journal(Path.of("target/journal.log"));
            toPostgres = new Proxy(Framing.POSTGRES);
            toKafka = new Proxy(Framing.KAFKA);
            postgres = TestPostgresServer.startOwn();
            kafka = TestKafka.startOwnBehind(toKafka.port());
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            jdbcUrl = postgres.create(DATABASE);
            sandbox = new Sandbox();
            toPostgres.leadTo(postgres.port());
            toKafka.leadTo(kafka.portBehindProxy());
            service = new Service(ServiceJar.laidOut(), environment());
            // Once for the cache of classes, which is written when the service ends in peace.
            service.start();
            awaitReady();
            service.stop();
            long begin = System.nanoTime();
            service.start();
            awaitReady();
            undisturbedStartMs = (System.nanoTime() - begin) / 1_000_000;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable";
        return Map.of(
                "MOORAGE_DATABASE_URL",
                url.formatted(toPostgres.port(), DATABASE),
                "MOORAGE_DATABASE_USER",
                "postgres",
                "MOORAGE_DATABASE_PASSWORD",
                "postgres",
                "MOORAGE_KAFKA",
                "127.0.0.1:" + toKafka.port(),
                "MOORAGE_ISSUER",
                TestTokens.ISSUER,
                "MOORAGE_INTERNAL_SECRET",
                "internal-secret-of-the-proofs",
                "MOORAGE_PUBLIC_URL",
                "http://localhost:8080",
                "MOORAGE_SANDBOX_URL",
                sandbox.url(),
                "MOORAGE_SANDBOX_API_KEY",
                Sandbox.API_KEY,
                "MOORAGE_SANDBOX_SIGNING_KEY",
                Sandbox.SIGNING_KEY);
    }

    public void awaitReady() {
        HttpRequest readiness = HttpRequest.newBuilder(service.at("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> http.send(readiness, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    private void close() {
        try {
            service.close();
            sandbox.close();
            toPostgres.close();
            toKafka.close();
            kafka.close();
            postgres.close();
            journal.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
