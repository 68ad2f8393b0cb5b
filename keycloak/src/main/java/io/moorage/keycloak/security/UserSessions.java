package io.moorage.keycloak.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.keycloak.facts.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/** A user's log-ins. Ending one tells every client of it over the back channel. */
record UserSessions(KeycloakSession session, UserModel user) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            String id,
            String startedAt,
            String lastUsedAt,
            @Nullable String address,
            @Nullable String device,
            @Nullable String browser,
            @Nullable String system,
            List<String> clients) {}

    List<View> view() {
        return all().map(this::view).toList();
    }

    boolean end(String id) {
        UserSessionModel found = session.sessions().getUserSession(realm(), id);
        if (found == null || !user.getId().equals(found.getUser().getId())) return false;
        end(found);
        return true;
    }

    void endAllBut(String id) {
        all().filter(running -> !running.getId().equals(id)).toList().forEach(this::end);
    }

    private void end(UserSessionModel running) {
        AuthenticationManager.backchannelLogout(session, running, true);
        new EventBuilder(realm(), session)
                .event(EventType.LOGOUT)
                .user(user)
                .session(running)
                .detail(Facts.REASON, "ended-by-user")
                .success();
    }

    private Stream<UserSessionModel> all() {
        return session.sessions().getUserSessionsStream(realm(), user);
    }

    private View view(UserSessionModel running) {
        Optional<DeviceRepresentation> device = Optional.ofNullable(DeviceActivityManager.getCurrentDevice(running));
        return new View(
                running.getId(),
                Instant.ofEpochSecond(running.getStarted()).toString(),
                Instant.ofEpochSecond(running.getLastSessionRefresh()).toString(),
                running.getIpAddress(),
                device.map(DeviceRepresentation::getDevice).orElse(null),
                device.map(DeviceRepresentation::getBrowser).orElse(null),
                device.map(UserSessions::system).orElse(null),
                clients(running));
    }

    private static @Nullable String system(DeviceRepresentation device) {
        String version = device.getOsVersion();
        boolean known = version != null && !version.equals(DeviceRepresentation.UNKNOWN);
        return known ? device.getOs() + " " + version : device.getOs();
    }

    private List<String> clients(UserSessionModel running) {
        return running.getAuthenticatedClientSessions().keySet().stream()
                .map(realm()::getClientById)
                .filter(Objects::nonNull)
                .map(ClientModel::getClientId)
                .toList();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
