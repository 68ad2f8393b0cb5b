package io.moorage.inventory.hostingplan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.inventory.hostingplan.HostingPlanCommand.ActivateHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanCommand.OpenHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanCommand.SuspendHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanOpened;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanReleased;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanSuspended;
import io.moorage.inventory.server.Contacts;
import io.moorage.inventory.server.SuspensionReason;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A domain's rented sites, FTP and mail. */
@AggregateRoot(type = "hosting-plan")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class HostingPlan {
    @AggregateIdentifier
    private String id;

    private String account;
    private final Set<SuspensionReason> reasons = EnumSet.noneOf(SuspensionReason.class);

    HostingPlan() {}

    @CommandHandler
    HostingPlan(OpenHostingPlan open) {
        Contacts contacts = Contacts.all(open.account());
        apply(new HostingPlanOpened(open.id(), open.account(), contacts, open.name(), open.domain(), open.at()));
    }

    @CommandHandler
    void decide(SuspendHostingPlan wish) {
        if (!reasons.contains(wish.reason())) apply(new HostingPlanSuspended(id, account, wish.reason(), wish.at()));
    }

    @CommandHandler
    void decide(ActivateHostingPlan wish) {
        if (reasons.contains(wish.reason()))
            apply(new HostingPlanReleased(id, account, wish.reason(), reasons.size() == 1, wish.at()));
    }

    @EventSourcingHandler
    void evolve(HostingPlanOpened event) {
        id = event.id();
        account = event.account();
    }

    @EventSourcingHandler
    void evolve(HostingPlanSuspended event) {
        reasons.add(event.reason());
    }

    @EventSourcingHandler
    void evolve(HostingPlanReleased event) {
        reasons.remove(event.reason());
    }
}
