package io.moorage.identity.invitation;

import io.moorage.contracts.Permission;
import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.RequestKey;
import io.moorage.eventstore.Transactions;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.AccessWish;
import io.moorage.identity.delegation.DelegationList;
import io.moorage.identity.delegation.HeldAccess;
import io.moorage.identity.invitation.InvitationCommand.ResendInvitation;
import io.moorage.identity.invitation.InvitationCommand.SendInvitation;
import io.moorage.identity.invitation.InvitationCommand.WithdrawInvitation;
import io.moorage.identity.invitation.Invitees.Invitee;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.InvalidFields;
import io.moorage.web.Malformed;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.moorage.web.WithoutAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations over HTTP. */
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationApi {
    private final InvitationList invitations;
    private final Invitees invitees;
    private final Sending sending;
    private final Acceptance acceptance;
    private final DelegationList delegations;
    private final HeldAccess held;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration expiresAfter;

    InvitationApi(
            InvitationList invitations,
            Invitees invitees,
            Sending sending,
            Acceptance acceptance,
            DelegationList delegations,
            HeldAccess held,
            Commands commands,
            Transactions transactions,
            Clock clock,
            @Value("${moorage.invitation.expires-after}") Duration expiresAfter) {
        this.invitations = invitations;
        this.invitees = invitees;
        this.sending = sending;
        this.acceptance = acceptance;
        this.delegations = delegations;
        this.held = held;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
    }

    /** Those that can be accepted or sent again, newest first. */
    @GetMapping
    @Requires(Permission.USERS_MANAGE)
    Page<InvitationList.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, id -> UUID.fromString(id).toString());
        return Page.of(invitations.page(caller.actingAccount(), after, size), size, InvitationList.Line::id);
    }

    /** Invites whoever reads mail at an address to act for the account; nobody can offer what they don't hold themselves. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.USERS_MANAGE)
    ResponseEntity<InvitationList.Line> invite(@RequestBody InvitationWish wish, Caller caller) {
        String account = caller.actingAccount();
        Instant now = clock.instant();
        Access access = wish.access(now);
        String email = wish.address();
        Access ofCaller = held.ofManager(caller);
        String id = RequestKey.id(Uuid7::next);
        SendInvitation invitation =
                new SendInvitation(id, account, caller.userId(), access, ofCaller, now.plus(expiresAfter), now);
        sending.count(
                account,
                email,
                () -> transactions.together(() -> {
                    commands.send(invitation);
                    invitees.put(id, email, caller.language());
                }));
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + id)).body(one(account, id));
    }

    /** Sends it again, for another seven days; the link sent before is dead. */
    @PostMapping("/{id}/resend")
    @Requires(Permission.USERS_MANAGE)
    InvitationList.Line resend(@PathVariable String id, Caller caller) {
        String account = caller.actingAccount();
        Instant now = clock.instant();
        Access ofCaller = held.ofManager(caller);
        refuseUnknown(account, id);
        ResendInvitation again = new ResendInvitation(id, caller.userId(), ofCaller, now.plus(expiresAfter), now);
        // Without an address it is over, and refused.
        String email = invitees.find(id).map(Invitee::email).orElse("");
        sending.count(account, email, () -> commands.send(again));
        return one(account, id);
    }

    /** Withdraws it: its link is dead. */
    @DeleteMapping("/{id}")
    @Requires(Permission.USERS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Caller caller) {
        held.ofManager(caller);
        refuseUnknown(caller.actingAccount(), id);
        commands.send(new WithdrawInvitation(id, clock.instant()));
    }

    /** Accepts the invitation that a link was sent for, as the user who is logged in: they can act for the account now. */
    @PostMapping("/accept")
    @WithoutAccount
    DelegationList.Line accept(@RequestBody AcceptanceWish wish, Caller caller) {
        String delegationId = acceptance.accept(wish.link(), caller);
        return delegations
                .find(caller.userId(), delegationId, clock.instant())
                .orElseThrow(InvitationRefused::notFound);
    }

    private void refuseUnknown(String account, String id) {
        if (!invitations.has(account, id)) throw InvitationRefused.notFound();
    }

    private InvitationList.Line one(String account, String id) {
        return invitations.find(account, id).orElseThrow(InvitationRefused::notFound);
    }

    /**
     * As sent by the client: nothing in it is believed yet.
     *
     * @param services {@code "all"}, or the ids of the services that the access is limited to
     * @param endsAt when the access ends by itself
     */
    @Schema(
            name = "NewInvitation",
            requiredProperties = {"email", "permissions", "services"})
    record InvitationWish(
            @Nullable String email,
            @Nullable List<@Nullable String> permissions,

            @Schema(types = {"string", "array"}) @Nullable Object services,

            @Nullable Instant endsAt) {
        private static final int LONGEST = 254; // RFC 5321, without the angle brackets
        private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+";
        private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

        /** What the mail room takes too. */
        private static final Pattern ADDRESS =
                Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

        private Access access(Instant now) {
            return new AccessWish(permissions, services, endsAt).access(now);
        }

        private String address() {
            String written = email == null ? "" : Invitees.written(email);
            if (written.length() > LONGEST || !ADDRESS.matcher(written).matches())
                throw new InvalidFields(List.of(new InvalidFields.Field("/email", "email-invalid")));
            return written;
        }

        @Override
        public String toString() {
            return "InvitationWish";
        }
    }

    /** @param token from the link's address, after the {@code #} */
    @Schema(
            name = "InvitationAcceptance",
            requiredProperties = {"token"})
    record AcceptanceWish(@Nullable String token) {
        private static final int LONGEST = 100;

        private Link link() {
            if (token == null || token.length() > LONGEST) throw new Malformed("malformed-request");
            return new Link(token);
        }

        @Override
        public String toString() {
            return "AcceptanceWish";
        }
    }
}
