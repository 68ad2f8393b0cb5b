package io.moorage.cli.session;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where one logs in for a gateway: the gateway names its authorization server (RFC 9728), and that tells its endpoints
 * (OpenID Connect Discovery).
 */
public record AuthorizationServer(
        String issuer, String deviceEndpoint, String tokenEndpoint, String endSessionEndpoint) {

    public static AuthorizationServer of(String gateway, Http http, Texts texts) {
        JsonNode resource = document(gateway + "/.well-known/oauth-protected-resource", gateway, http, texts);
        String itself = Address.safe(resource.path("resource").asString(""));
        // A gateway that takes itself for another would get that other one's tokens.
        if (itself != null && !itself.equals(gateway))
            throw new CommandFailed(ExitCode.USAGE, texts.of("gateway-called-otherwise", itself));
        String issuer =
                Address.safe(resource.path("authorization_servers").path(0).asString(""));
        if (itself == null || issuer == null) throw notAGateway(gateway, texts);
        JsonNode server = document(issuer + "/.well-known/openid-configuration", issuer, http, texts);
        String device = endpoint(server, "device_authorization_endpoint");
        String token = endpoint(server, "token_endpoint");
        String endSession = endpoint(server, "end_session_endpoint");
        boolean says = issuer.equals(server.path("issuer").asString(""));
        if (!says || device == null || token == null || endSession == null) throw notAGateway(issuer, texts);
        return new AuthorizationServer(issuer, device, token, endSession);
    }

    private static @Nullable String endpoint(JsonNode server, String name) {
        return Address.safe(server.path(name).asString(""));
    }

    private static JsonNode document(String url, String whose, Http http, Texts texts) {
        try {
            Http.Reply reply = http.get(url);
            if (reply.status() == 200) return reply.body();
        } catch (IOException away) {
            throw http.notReachable(whose);
        }
        throw notAGateway(whose, texts);
    }

    private static CommandFailed notAGateway(String whose, Texts texts) {
        return new CommandFailed(ExitCode.NOT_REACHABLE, texts.of("not-a-gateway", whose));
    }
}
