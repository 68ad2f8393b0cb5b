package io.moorage.identity.invitation;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses that were invited: personal data, beside the log, gone with the invitation's end. */
@WithCommand
class Invitees {
    private final JdbcClient jdbc;

    Invitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As Keycloak writes addresses. */
    static String written(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** @param language that the mail is written in */
    void put(String invitationId, String email, String language) {
        jdbc.sql("insert into invitee (invitation, email, language) values (?, ?, ?) on conflict do nothing")
                .params(invitationId, email, language)
                .update();
    }

    @EventHandler
    void on(InvitationAccepted event) {
        forget(event.invitationId());
    }

    @EventHandler
    void on(InvitationWithdrawn event) {
        forget(event.invitationId());
    }

    private void forget(String invitationId) {
        jdbc.sql("delete from invitee where invitation = ?").param(invitationId).update();
    }

    Optional<Invitee> find(String invitationId) {
        return jdbc.sql("select email, language from invitee where invitation = ?")
                .param(invitationId)
                .query((row, index) -> new Invitee(row.getString("email"), row.getString("language")))
                .optional();
    }

    record Invitee(String email, String language) {
        @Override
        public String toString() {
            return "Invitee";
        }
    }
}
