package io.moorage.gateway.token;

import io.moorage.gateway.GatewaySettings;
import org.springframework.stereotype.Component;

/** Keycloak's addresses, made from the issuer alone: asking it for them would need it to be there at the start. */
@Component
public class Endpoints {
    private final String issuer;

    Endpoints(GatewaySettings settings) {
        this.issuer = settings.issuer().toString();
    }

    public String issuer() {
        return issuer;
    }

    public String authorization() {
        return openIdConnect("auth");
    }

    public String token() {
        return openIdConnect("token");
    }

    public String keys() {
        return openIdConnect("certs");
    }

    public String userInfo() {
        return openIdConnect("userinfo");
    }

    public String endSession() {
        return openIdConnect("logout");
    }

    private String openIdConnect(String endpoint) {
        return issuer + "/protocol/openid-connect/" + endpoint;
    }
}
