package io.moorage.inventory.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.inventory.server.ServerCommand.ActivateServer;
import io.moorage.inventory.server.ServerCommand.AllocateServer;
import io.moorage.inventory.server.ServerCommand.CancelServer;
import io.moorage.inventory.server.ServerCommand.ChangeReverseDns;
import io.moorage.inventory.server.ServerCommand.ChangeTags;
import io.moorage.inventory.server.ServerCommand.RecordImage;
import io.moorage.inventory.server.ServerCommand.RecordOverdue;
import io.moorage.inventory.server.ServerCommand.RecordPower;
import io.moorage.inventory.server.ServerCommand.RecordProvisioned;
import io.moorage.inventory.server.ServerCommand.RecordRescue;
import io.moorage.inventory.server.ServerCommand.SuspendServer;
import io.moorage.inventory.server.ServerEvent.ReverseDnsChanged;
import io.moorage.inventory.server.ServerEvent.ServerActivated;
import io.moorage.inventory.server.ServerEvent.ServerAllocated;
import io.moorage.inventory.server.ServerEvent.ServerBecameOverdue;
import io.moorage.inventory.server.ServerEvent.ServerCancelled;
import io.moorage.inventory.server.ServerEvent.ServerImageInstalled;
import io.moorage.inventory.server.ServerEvent.ServerPaidUp;
import io.moorage.inventory.server.ServerEvent.ServerPowerChanged;
import io.moorage.inventory.server.ServerEvent.ServerProvisioned;
import io.moorage.inventory.server.ServerEvent.ServerRescueChanged;
import io.moorage.inventory.server.ServerEvent.ServerSuspended;
import io.moorage.inventory.server.ServerEvent.ServerTagsChanged;
import io.moorage.inventory.server.ServerEvent.SuspensionReasonLifted;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A rented server, from its allocation to its end. */
@AggregateRoot(type = "server")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Server {
    @AggregateIdentifier
    private String number;

    private Contacts contacts;
    private String kind;
    private String location;
    private List<String> ips;
    private String image;
    private ServerStatus status;
    private boolean overdue;
    private boolean on;
    private boolean rescue;
    private final Set<SuspensionReason> reasons = EnumSet.noneOf(SuspensionReason.class);

    Server() {}

    @CommandHandler
    Server(AllocateServer wish) {
        apply(new ServerAllocated(
                wish.number(),
                wish.contacts().admin(),
                wish.contacts(),
                wish.name(),
                wish.kind(),
                wish.location(),
                wish.datacenter(),
                wish.ips(),
                wish.specification(),
                wish.image(),
                wish.driver(),
                wish.at()));
    }

    @CommandHandler
    void decide(RecordProvisioned ready) {
        if (status != ServerStatus.PROVISIONING) return;
        ServerStatus next = status.after(ServerProvisioned.class);
        apply(new ServerProvisioned(number, account(), kind, location, next, overdue, ready.at()));
        for (SuspensionReason reason : List.copyOf(reasons)) suspend(reason, ready.at());
    }

    @CommandHandler
    void decide(SuspendServer wish) {
        if (status != ServerStatus.CANCELLED && !reasons.contains(wish.reason())) suspend(wish.reason(), wish.at());
    }

    private void suspend(SuspensionReason reason, Instant at) {
        ServerStatus next = status.after(ServerSuspended.class);
        apply(new ServerSuspended(number, account(), reason, next, overdue, at));
    }

    @CommandHandler
    void decide(ActivateServer wish) {
        if (status == ServerStatus.CANCELLED || !reasons.contains(wish.reason())) return;
        ServerStatus next = status.after(ServerActivated.class);
        if (reasons.size() > 1) apply(new SuspensionReasonLifted(number, account(), wish.reason(), wish.at()));
        else apply(new ServerActivated(number, account(), wish.reason(), next, overdue, wish.at()));
    }

    @CommandHandler
    void decide(CancelServer wish) {
        ServerStatus next = status.after(ServerCancelled.class);
        if (next != status) apply(new ServerCancelled(number, account(), next, overdue, wish.at()));
    }

    @CommandHandler
    void decide(RecordOverdue payment) {
        if (payment.overdue() == overdue) return;
        if (payment.overdue()) apply(new ServerBecameOverdue(number, account(), status, true, payment.at()));
        else apply(new ServerPaidUp(number, account(), status, false, payment.at()));
    }

    @CommandHandler
    void decide(ChangeTags wish) {
        requireTechnicalWork(wish.account());
        apply(new ServerTagsChanged(number, wish.account(), wish.at()));
    }

    @CommandHandler
    void decide(ChangeReverseDns wish) {
        requireTechnicalWork(wish.account());
        if (!ips.contains(wish.ip())) throw ServerRefused.ipOfAnother(number);
        apply(new ReverseDnsChanged(number, wish.account(), wish.ip(), wish.at()));
    }

    private void requireTechnicalWork(String account) {
        Set<ContactRole> held = contacts.rolesOf(account);
        if (held.isEmpty()) throw ServerRefused.notFound();
        if (!ContactRole.coverTechnicalWork(held)) throw ServerRefused.roleMissing();
        if (status == ServerStatus.CANCELLED) throw ServerRefused.cancelled(number);
    }

    @CommandHandler
    void decide(RecordPower report) {
        if (report.on() != on) apply(new ServerPowerChanged(number, account(), report.on(), report.at()));
    }

    @CommandHandler
    void decide(RecordRescue report) {
        if (report.on() != rescue) apply(new ServerRescueChanged(number, account(), report.on(), report.at()));
    }

    @CommandHandler
    void decide(RecordImage report) {
        if (!report.image().equals(image))
            apply(new ServerImageInstalled(number, account(), report.image(), report.at()));
    }

    private String account() {
        return contacts.admin();
    }

    @EventSourcingHandler
    void evolve(ServerAllocated event) {
        number = event.number();
        contacts = event.contacts();
        kind = event.kind();
        location = event.location();
        ips = event.ips();
        image = event.image();
        status = ServerStatus.PROVISIONING;
    }

    @EventSourcingHandler
    void evolve(ServerProvisioned event) {
        status = event.status();
        on = true;
    }

    @EventSourcingHandler
    void evolve(ServerSuspended event) {
        reasons.add(event.reason());
        status = event.status();
    }

    @EventSourcingHandler
    void evolve(SuspensionReasonLifted event) {
        reasons.remove(event.reason());
    }

    @EventSourcingHandler
    void evolve(ServerActivated event) {
        reasons.remove(event.reason());
        status = event.status();
    }

    @EventSourcingHandler
    void evolve(Standing event) {
        status = event.status();
        overdue = event.overdue();
    }

    @EventSourcingHandler
    void evolve(ServerPowerChanged event) {
        on = event.on();
    }

    @EventSourcingHandler
    void evolve(ServerRescueChanged event) {
        rescue = event.on();
    }

    @EventSourcingHandler
    void evolve(ServerImageInstalled event) {
        image = event.image();
    }
}
