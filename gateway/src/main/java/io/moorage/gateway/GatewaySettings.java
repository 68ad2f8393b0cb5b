package io.moorage.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the gateway is told from outside; the README lists the environment variables.
 *
 * @param services base URLs of each service's instances
 * @param internalSecret shown to other parts of the platform
 * @param trustedProxies networks, as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed; none unless told
 * @param portalDir folder of the built portal; where it is empty only the API is served
 */
@ConfigurationProperties("moorage")
public record GatewaySettings(
        URI publicUrl,
        URI issuer,
        String gatewayClientSecret,
        String internalSecret,
        List<String> trustedProxies,
        Map<String, List<URI>> services,
        String portalDir,
        String kafka,
        Database database,
        Session session,
        Push push,
        Activity activity) {

    /** The client that the gateway is at Keycloak, and the audience it asks for in bearer tokens. */
    public static final String CLIENT = "moorage-gateway";

    /** The client that people log in with from a command line. */
    public static final String COMMAND_LINE = "moorage-cli";

    /** The mobile apps' name at Keycloak. */
    public static final String MOBILE = "moorage-mobile";

    /** Whether browsers reach the gateway over TLS: then cookies are marked secure. */
    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    /** The public address without a slash at its end. */
    public String publicBase() {
        String url = publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** @param url in JDBC's form; the reactive driver's form is derived from it */
    public record Database(String url, String user, String password) {}

    /**
     * @param key base64 of 32 bytes that encrypt what sessions hold
     * @param idle a session unused for so long is over
     * @param lifetime a session is over after so long in any case
     */
    public record Session(String key, Duration idle, Duration lifetime) {}

    /**
     * @param heartbeat pause between two signs of life on a stream
     * @param check how often an open stream's right to go on is checked with a token
     * @param remembered events kept for clients that come back
     * @param lookBack events per partition read again when the gateway starts
     * @param queue events that a slow client may lag behind before it is cut off
     * @param perCaller streams one session or token may hold open
     */
    public record Push(Duration heartbeat, Duration check, int remembered, int lookBack, int queue, int perCaller) {}

    /** @param unknownAfter a request begun so long ago gets no outcome any more; longer than any can take */
    public record Activity(Duration unknownAfter) {}
}
