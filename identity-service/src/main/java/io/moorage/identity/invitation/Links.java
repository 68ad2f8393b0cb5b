package io.moorage.identity.invitation;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link of each invitation, as a hash. An invitation that is sent again has none until the next mail is handed over. */
@WithCommand
class Links {
    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(InvitationSent event) {
        jdbc.sql("delete from invitation_link where invitation = ?")
                .param(event.invitationId())
                .update();
    }

    void put(String invitationId, Link link) {
        jdbc.sql("""
                        insert into invitation_link (invitation, hash) values (?, ?)
                        on conflict (invitation) do update set hash = excluded.hash
                        """).params(invitationId, link.hash()).update();
    }

    /** The invitation that the link is for. */
    Optional<String> invitationOf(Link link) {
        return jdbc.sql("select invitation from invitation_link where hash = ?")
                .param(link.hash())
                .query(String.class)
                .optional();
    }
}
