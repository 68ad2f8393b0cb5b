package io.moorage.identity.invitation;

import io.moorage.eventstore.Policy;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationList.Offer;
import io.moorage.identity.invitation.Invitees.Invitee;
import io.moorage.identity.invitation.MailRoom.Mail;
import io.moorage.identity.user.People;
import io.moorage.identity.user.Person;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/**
 * Mails the invitation's link. The token is made here and nowhere kept, so an invitation whose mail has to be handed over
 * again gets another one, in another mail: the newest link is the one that works.
 */
@Policy
class WhenInvitationSentMailLink {
    private final InvitationList invitations;
    private final Invitees invitees;
    private final Links links;
    private final People people;
    private final MailRoom mails;

    WhenInvitationSentMailLink(
            InvitationList invitations, Invitees invitees, Links links, People people, MailRoom mails) {
        this.invitations = invitations;
        this.invitees = invitees;
        this.links = links;
        this.people = people;
        this.mails = mails;
    }

    @EventHandler
    void on(InvitationSent event) {
        invitations
                .offer(event.invitationId())
                .filter(Offer::isPending)
                .ifPresent(offer -> invitees.find(offer.id()).ifPresent(invitee -> mail(offer, invitee)));
    }

    private void mail(Offer offer, Invitee invitee) {
        Link link = Link.fresh();
        links.put(offer.id(), link); // first: a link that is mailed must work
        mails.take("invitation:" + offer.id() + ":" + link.hash(), letter(offer, invitee, link));
    }

    private Mail letter(Offer offer, Invitee invitee, Link link) {
        String inviter = people.find(offer.invitedBy()).map(Person::name).orElse(offer.account());
        return new Mail(
                offer.account(),
                invitee.email(),
                invitee.language(),
                "invitation",
                Map.of("inviter", inviter, "account", offer.account(), "until", lastDay(offer, invitee)),
                Map.of("link", link.path()));
    }

    private static String lastDay(Offer offer, Invitee invitee) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.of(invitee.language()))
                .format(offer.expiresAt().atZone(ZoneOffset.UTC));
    }
}
