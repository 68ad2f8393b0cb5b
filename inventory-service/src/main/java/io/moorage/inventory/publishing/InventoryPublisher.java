package io.moorage.inventory.publishing;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.inventory.ActionError;
import io.moorage.contracts.inventory.ReverseDnsChanged;
import io.moorage.contracts.inventory.ServerActionFinished;
import io.moorage.contracts.inventory.ServerActionProgressed;
import io.moorage.contracts.inventory.ServerActionRequested;
import io.moorage.contracts.inventory.ServerActionStarted;
import io.moorage.contracts.inventory.ServerPowerChanged;
import io.moorage.contracts.inventory.ServerProvisioned;
import io.moorage.contracts.inventory.ServerStatusChanged;
import io.moorage.contracts.inventory.ServerTagsChanged;
import io.moorage.inventory.action.ServerActionEvent;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.server.ServerEvent;
import io.moorage.inventory.server.ServerStatus;
import io.moorage.inventory.server.Standing;
import io.moorage.messaging.PublishedEvents;
import io.moorage.web.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. */
@Component
class InventoryPublisher implements PublishedEvents {
    private final Problems texts;

    InventoryPublisher(Problems texts) {
        this.texts = texts;
    }

    @Override
    public String service() {
        return "inventory";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case ServerEvent.ServerProvisioned e ->
                new ServerProvisioned(e.number(), e.account(), e.kind(), e.location());
            case Standing e -> statusChanged(e);
            case ServerEvent.ServerPowerChanged e ->
                new ServerPowerChanged(e.number(), e.account(), e.on() ? "on" : "off");
            case ServerEvent.ServerTagsChanged e -> new ServerTagsChanged(e.number(), e.account());
            case ServerEvent.ReverseDnsChanged e -> new ReverseDnsChanged(e.number(), e.account(), e.ip());
            case ServerActionEvent.ServerActionRequested e ->
                new ServerActionRequested(
                        e.actionId(), e.server(), e.account(), e.type().code(), e.requestedBy());
            case ServerActionEvent.ServerActionStarted e ->
                new ServerActionStarted(
                        e.actionId(), e.server(), e.account(), e.type().code());
            case ServerActionEvent.ServerActionAdvanced e ->
                new ServerActionProgressed(
                        e.actionId(), e.server(), e.account(), e.type().code(), e.progress());
            case ServerActionEvent.ServerActionFinished e ->
                new ServerActionFinished(
                        e.actionId(),
                        e.server(),
                        e.account(),
                        e.type().code(),
                        e.outcome().code(),
                        error(e.fault()));
            default -> null;
        };
    }

    /** Nobody knows yet of a server that is being provisioned. */
    private static @Nullable PublicEvent statusChanged(Standing event) {
        if (event.status() == ServerStatus.PROVISIONING) return null;
        String payment = event.overdue() ? "overdue" : "in-time";
        return new ServerStatusChanged(
                event.number(), event.account(), event.status().code(), payment);
    }

    private @Nullable ActionError error(@Nullable ActionFault fault) {
        if (fault == null) return null;
        return new ActionError(
                fault.code(), texts.field("", fault.code(), Locale.ENGLISH).detail());
    }
}
