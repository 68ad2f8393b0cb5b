package io.moorage.keycloak.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.facts.Factor;
import io.moorage.keycloak.phone.PhoneNumber;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** The interface for identity-service. Bodies are read and written here, so that nothing depends on what else is installed. */
public final class SecurityResource {

    private static final String REALM = "moorage";

    private final KeycloakSession session;
    private final byte[] bearer;

    SecurityResource(KeycloakSession session, byte[] bearer) {
        this.session = session;
        this.bearer = bearer;
    }

    @GET
    @Path("/users/{id}/security")
    public Response security(@PathParam("id") String id) {
        return Answers.ok(credentials(id).view());
    }

    @PUT
    @Path("/users/{id}/phone")
    public Response phone(@PathParam("id") String id, String body) {
        UserCredentials credentials = credentials(id);
        try {
            credentials.storePhone(new PhoneNumber(field(body, "number")));
            return Response.noContent().build();
        } catch (IllegalArgumentException e) {
            throw Answers.refusal(422, "phone-number-invalid");
        }
    }

    @PUT
    @Path("/users/{id}/preferred")
    public Response prefer(@PathParam("id") String id, String body) {
        UserCredentials credentials = credentials(id);
        Factor factor = Factor.named(field(body, "factor")).orElseThrow(() -> Answers.refusal(422, "factor-unknown"));
        return done(credentials.prefer(factor));
    }

    @DELETE
    @Path("/users/{id}/credentials/{credential}")
    public Response remove(@PathParam("id") String id, @PathParam("credential") String credential) {
        return done(credentials(id).remove(credential));
    }

    @GET
    @Path("/users/{id}/sessions")
    public Response sessions(@PathParam("id") String id) {
        return Answers.ok(new UserSessions(session, user(id)).view());
    }

    @DELETE
    @Path("/users/{id}/sessions/{sid}")
    public Response end(@PathParam("id") String id, @PathParam("sid") String sid) {
        return done(new UserSessions(session, user(id)).end(sid));
    }

    @DELETE
    @Path("/users/{id}/sessions")
    public Response endOthers(@PathParam("id") String id, @QueryParam("except") @Nullable String sid) {
        if (sid == null || sid.isBlank()) throw Answers.refusal(400, "parameter-missing");
        new UserSessions(session, user(id)).endAllBut(sid);
        return Response.noContent().build();
    }

    @GET
    @Path("/users/{id}/applications")
    public Response applications(@PathParam("id") String id) {
        return Answers.ok(new UserApplications(session, user(id)).view());
    }

    @DELETE
    @Path("/users/{id}/applications/{client}")
    public Response withdraw(@PathParam("id") String id, @PathParam("client") String client) {
        return done(new UserApplications(session, user(id)).withdraw(client));
    }

    private UserCredentials credentials(String id) {
        return new UserCredentials(session, user(id));
    }

    /** Every request comes through here: first the secret, then the user. */
    private UserModel user(String id) {
        String shown = session.getContext().getRequestHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        if (shown == null || !MessageDigest.isEqual(bearer, shown.getBytes(UTF_8)))
            throw Answers.refusal(401, "unauthorized");
        RealmModel realm = session.getContext().getRealm();
        UserModel user = REALM.equals(realm.getName()) ? session.users().getUserById(realm, id) : null;
        if (user == null) throw Answers.refusal(404, "not-found");
        return user;
    }

    private static Response done(boolean found) {
        if (!found) throw Answers.refusal(404, "not-found");
        return Response.noContent().build();
    }

    private static String field(String body, String name) throws WebApplicationException {
        try {
            JsonNode content = JsonSerialization.mapper.readTree(body);
            String value = content == null ? "" : content.path(name).asText("");
            if (!value.isEmpty()) return value;
        } catch (IOException e) {
            throw Answers.refusal(400, "malformed");
        }
        throw Answers.refusal(400, "malformed");
    }
}
