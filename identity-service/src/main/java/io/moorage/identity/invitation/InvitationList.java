package io.moorage.identity.invitation;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegations;
import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationExpired;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account's invitations. Those that were accepted or withdrawn have no address any more and aren't listed. */
@WithCommand(tables = "invitation")
class InvitationList {
    private static final String WITH_ADDRESS =
            "select * from invitation join invitee on invitee.invitation = invitation.id ";

    private final JdbcClient jdbc;

    InvitationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(InvitationSent event) {
        Access access = event.access();
        jdbc.sql("""
                        insert into invitation (id, account, invited_by, permissions, services, ends_at, state, sent_at, expires_at)
                        values (?, ?, ?, ?::text[], ?::text[], ?, 'pending', ?, ?)
                        on conflict (id) do update set
                            invited_by = excluded.invited_by, state = 'pending', sent_at = excluded.sent_at, expires_at = excluded.expires_at
                        """)
                .params(
                        event.invitationId(),
                        event.account(),
                        event.invitedBy(),
                        Delegations.array(access.permissions()),
                        Delegations.array(access.services()))
                .param(Delegations.timestamp(access.endsAt()))
                .params(Timestamp.from(event.at()), Timestamp.from(event.expiresAt()))
                .update();
    }

    @EventHandler
    void on(InvitationAccepted event) {
        put(event.invitationId(), InvitationState.ACCEPTED);
    }

    @EventHandler
    void on(InvitationWithdrawn event) {
        put(event.invitationId(), InvitationState.WITHDRAWN);
    }

    @EventHandler
    void on(InvitationExpired event) {
        put(event.invitationId(), InvitationState.EXPIRED);
    }

    private void put(String invitationId, InvitationState state) {
        jdbc.sql("update invitation set state = ? where id = ?")
                .params(state.code(), invitationId)
                .update();
    }

    /** Whether there is such an invitation for the account, in whatever state. */
    boolean has(String account, String id) {
        return jdbc.sql("select exists (select 1 from invitation where account = ? and id = ?)")
                .params(account, id)
                .query(Boolean.class)
                .single();
    }

    Optional<Offer> offer(String id) {
        return jdbc.sql("select * from invitation where id = ?")
                .param(id)
                .query((row, index) -> new Offer(
                        row.getString("id"),
                        row.getString("account"),
                        row.getString("invited_by"),
                        Delegations.access(row),
                        row.getString("state").equals(InvitationState.PENDING.code()),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    Optional<Line> find(String account, String id) {
        return jdbc.sql(WITH_ADDRESS + "where account = ? and id = ?")
                .params(account, id)
                .query(InvitationList::line)
                .optional();
    }

    /** Newest first, after the one with that id; one more than asked for tells that others follow. */
    List<Line> page(String account, @Nullable String after, int limit) {
        return jdbc.sql(
                        WITH_ADDRESS
                                + "where account = :account and (:after::text is null or id < :after) order by id desc limit :limit")
                .param("account", account)
                .param("after", after)
                .param("limit", limit + 1)
                .query(InvitationList::line)
                .list();
    }

    /** Those that nobody accepted in time. */
    List<String> overdue(Instant now, int limit) {
        return jdbc.sql(
                        "select id from invitation where state = 'pending' and expires_at <= ? order by expires_at limit ?")
                .params(Timestamp.from(now), limit)
                .query((row, index) -> row.getString("id"))
                .list();
    }

    /** Those that nobody sent again in a long time. */
    List<String> expiredBefore(Instant limit, int most) {
        return jdbc.sql(
                        "select id from invitation where state = 'expired' and expires_at <= ? order by expires_at limit ?")
                .params(Timestamp.from(limit), most)
                .query((row, index) -> row.getString("id"))
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        Access access = Delegations.access(row);
        return new Line(
                row.getString("id"),
                row.getString("email"),
                access.permissions(),
                access.shownServices(),
                access.endsAt(),
                row.getString("state"),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    /** What an invitation offers, and on whose word. */
    record Offer(String id, String account, String invitedBy, Access access, boolean isPending, Instant expiresAt) {}

    /**
     * An invitation that can be accepted, or sent again.
     *
     * @param services {@code "all"}, or the ids of the services that the access is limited to
     * @param endsAt when the access ends by itself
     * @param state {@code pending} or {@code expired}
     * @param sentAt last
     */
    @Schema(name = "Invitation")
    record Line(
            String id,
            String email,
            List<String> permissions,

            @Schema(types = {"string", "array"}) Object services,

            @Nullable Instant endsAt,

            @Schema(allowableValues = {"pending", "expired"})
            String state,

            Instant sentAt,
            Instant expiresAt) {}
}
