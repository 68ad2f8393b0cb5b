package io.moorage.identity.invitation;

import io.moorage.identity.delegation.Access;
import io.moorage.identity.invitation.InvitationCommand.AcceptInvitation;
import io.moorage.identity.invitation.InvitationCommand.ExpireInvitation;
import io.moorage.identity.invitation.InvitationCommand.ResendInvitation;
import io.moorage.identity.invitation.InvitationCommand.SendInvitation;
import io.moorage.identity.invitation.InvitationCommand.WithdrawInvitation;
import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationExpired;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final String ID = "0193-invitation";
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant IN_A_WEEK = Instant.parse("2026-11-27T10:00:00Z");
    private static final Access PAY = new Access(List.of("billing:pay", "billing:read"), Access.ALL, null);
    private static final Access LESS = new Access(List.of("billing:read", "users:manage"), Access.ALL, null);

    private final AggregateTestFixture<Invitation> invitation = new AggregateTestFixture<>(Invitation.class);

    @Test
    void an_invitation_offers_what_its_inviter_holds() {
        invitation.givenNoPriorActivity().when(send(Access.OF_OWNER)).expectEvents(sent("olga", AT));
    }

    @Test
    void nobody_offers_what_they_do_not_hold() {
        invitation
                .givenNoPriorActivity()
                .when(send(LESS))
                .expectNoEvents()
                .expectExceptionMessage("not-yours-to-grant");
    }

    @Test
    void an_offer_lasts_no_longer_than_what_it_offers() {
        Access untilMonday = new Access(PAY.permissions(), Access.ALL, AT.plusSeconds(60));
        invitation
                .givenNoPriorActivity()
                .when(new SendInvitation(ID, ACCOUNT, "olga", untilMonday, Access.OF_OWNER, IN_A_WEEK, AT))
                .expectEvents(new InvitationSent(ID, ACCOUNT, "olga", untilMonday, AT.plusSeconds(60), AT));
    }

    @Test
    void an_invitation_can_be_sent_again_even_when_it_has_expired() {
        Instant later = IN_A_WEEK.plusSeconds(60);
        invitation
                .given(sent("olga", AT))
                .when(resend("olga", Access.OF_OWNER, AT.plusSeconds(60)))
                .expectEvents(sent("olga", AT.plusSeconds(60)));
        invitation
                .given(sent("olga", AT), new InvitationExpired(ID, ACCOUNT, IN_A_WEEK))
                .when(resend("olga", Access.OF_OWNER, later))
                .expectEvents(sent("olga", later));
    }

    @Test
    void whoever_sends_it_again_answers_for_what_it_offers() {
        invitation
                .given(sent("olga", AT))
                .when(resend("marc", LESS, AT))
                .expectNoEvents()
                .expectExceptionMessage("not-yours-to-grant");
        invitation
                .given(sent("olga", AT))
                .when(resend("marc", Access.OF_OWNER, AT))
                .expectEvents(sent("marc", AT));
    }

    @Test
    void an_offer_whose_end_is_past_is_not_sent_again() {
        Access untilMonday = new Access(PAY.permissions(), Access.ALL, AT.plusSeconds(60));
        invitation
                .given(new InvitationSent(ID, ACCOUNT, "olga", untilMonday, AT.plusSeconds(60), AT))
                .when(resend("olga", Access.OF_OWNER, AT.plusSeconds(60)))
                .expectNoEvents()
                .expectExceptionMessage("invitation-expired");
    }

    @Test
    void its_invitee_accepts_it() {
        invitation
                .given(sent("olga", AT))
                .when(accept(true, Access.OF_OWNER, AT))
                .expectEvents(new InvitationAccepted(ID, ACCOUNT, "tina", AT));
    }

    @Test
    void nobody_accepts_what_was_sent_to_another_address() {
        invitation
                .given(sent("olga", AT))
                .when(accept(false, Access.OF_OWNER, AT))
                .expectNoEvents()
                .expectExceptionMessage("invitation-for-another-address");
    }

    @Test
    void it_is_accepted_once() {
        invitation
                .given(sent("olga", AT), new InvitationAccepted(ID, ACCOUNT, "tina", AT))
                .when(accept(true, Access.OF_OWNER, AT))
                .expectNoEvents()
                .expectExceptionMessage("invitation-accepted");
    }

    @Test
    void it_is_not_accepted_after_its_time_whether_or_not_that_was_noticed() {
        invitation
                .given(sent("olga", AT))
                .when(accept(true, Access.OF_OWNER, IN_A_WEEK))
                .expectNoEvents()
                .expectExceptionMessage("invitation-expired");
        invitation
                .given(sent("olga", AT), new InvitationExpired(ID, ACCOUNT, IN_A_WEEK))
                .when(accept(true, Access.OF_OWNER, IN_A_WEEK))
                .expectNoEvents()
                .expectExceptionMessage("invitation-expired");
    }

    @Test
    void it_is_not_accepted_after_it_was_withdrawn() {
        invitation
                .given(sent("olga", AT), new InvitationWithdrawn(ID, ACCOUNT, AT))
                .when(accept(true, Access.OF_OWNER, AT))
                .expectNoEvents()
                .expectExceptionMessage("invitation-withdrawn");
    }

    @Test
    void an_inviter_who_holds_less_by_now_gives_nothing() {
        for (Access held : List.of(LESS, PAY, Access.NONE))
            invitation
                    .given(sent("marc", AT))
                    .when(accept(true, held, AT))
                    .expectNoEvents()
                    .expectExceptionMessage("inviter-holds-less");
    }

    @Test
    void it_is_withdrawn_once_and_not_after_it_was_accepted() {
        invitation
                .given(sent("olga", AT))
                .when(new WithdrawInvitation(ID, AT))
                .expectEvents(new InvitationWithdrawn(ID, ACCOUNT, AT));
        invitation
                .given(sent("olga", AT), new InvitationWithdrawn(ID, ACCOUNT, AT))
                .when(new WithdrawInvitation(ID, AT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        invitation
                .given(sent("olga", AT), new InvitationAccepted(ID, ACCOUNT, "tina", AT))
                .when(new WithdrawInvitation(ID, AT))
                .expectNoEvents()
                .expectExceptionMessage("invitation-accepted");
    }

    @Test
    void what_is_over_is_not_sent_again() {
        invitation
                .given(sent("olga", AT), new InvitationWithdrawn(ID, ACCOUNT, AT))
                .when(resend("olga", Access.OF_OWNER, AT))
                .expectNoEvents()
                .expectExceptionMessage("invitation-withdrawn");
    }

    @Test
    void what_nobody_accepts_expires_once_and_not_before_its_time() {
        invitation
                .given(sent("olga", AT))
                .when(new ExpireInvitation(ID, IN_A_WEEK))
                .expectEvents(new InvitationExpired(ID, ACCOUNT, IN_A_WEEK));
        invitation
                .given(sent("olga", AT))
                .when(new ExpireInvitation(ID, IN_A_WEEK.minusSeconds(1)))
                .expectNoEvents();
        invitation
                .given(sent("olga", AT), new InvitationAccepted(ID, ACCOUNT, "tina", AT))
                .when(new ExpireInvitation(ID, IN_A_WEEK))
                .expectNoEvents();
    }

    private static SendInvitation send(Access held) {
        return new SendInvitation(ID, ACCOUNT, "olga", PAY, held, IN_A_WEEK, AT);
    }

    /** For a week from that moment. */
    private static ResendInvitation resend(String by, Access held, Instant at) {
        return new ResendInvitation(ID, by, held, at.plusSeconds(7 * 86_400), at);
    }

    private static AcceptInvitation accept(boolean isInvitee, Access held, Instant at) {
        return new AcceptInvitation(ID, "tina", isInvitee, held, at);
    }

    private static InvitationSent sent(String by, Instant at) {
        return new InvitationSent(ID, ACCOUNT, by, PAY, at.plusSeconds(7 * 86_400), at);
    }
}
