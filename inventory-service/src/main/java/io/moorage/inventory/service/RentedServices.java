package io.moorage.inventory.service;

import io.moorage.inventory.hostingplan.HostingPlans;
import io.moorage.inventory.server.ContactRole;
import io.moorage.inventory.server.Servers;
import io.moorage.web.Reach;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the kinds of services one after the other: hosting plans by id, then servers by number. */
@Component
class RentedServices {
    private final HostingPlans plans;
    private final Servers servers;

    RentedServices(HostingPlans plans, Servers servers) {
        this.plans = plans;
        this.servers = servers;
    }

    /** @param kind null for both */
    List<ServiceBody> page(Reach reach, @Nullable ServiceKind kind, @Nullable Place after, int limit) {
        List<ServiceBody> found = new ArrayList<>();
        if (kind != ServiceKind.SERVER && (after == null || after.kind() == ServiceKind.HOSTING_PLAN))
            plans.page(reach, after == null ? null : after.id(), limit).forEach(plan -> found.add(body(plan)));
        if (kind == ServiceKind.HOSTING_PLAN || found.size() == limit) return found;
        String afterServer = after != null && after.kind() == ServiceKind.SERVER ? after.id() : null;
        servers.rented(reach, afterServer, limit - found.size()).forEach(server -> found.add(body(server)));
        return found;
    }

    private static ServiceBody body(HostingPlans.Line plan) {
        return new ServiceBody(
                plan.id(),
                ServiceKind.HOSTING_PLAN.code(),
                plan.name(),
                plan.domain(),
                plan.status(),
                false,
                plan.roles(),
                plan.createdAt());
    }

    private static ServiceBody body(Servers.Rented server) {
        return new ServiceBody(
                server.machine().number(),
                ServiceKind.SERVER.code(),
                server.name(),
                server.machine().number(),
                server.machine().status(),
                server.machine().overdue(),
                server.machine().roles().stream()
                        .sorted()
                        .map(ContactRole::code)
                        .toList(),
                server.since());
    }

    /** The service that a page ended with. */
    record Place(ServiceKind kind, String id) {
        static Place read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 2 || parts[1].indexOf('\0') >= 0) throw new IllegalArgumentException(text);
            return new Place(ServiceKind.of(parts[0]).orElseThrow(() -> new IllegalArgumentException(text)), parts[1]);
        }

        static String write(ServiceBody service) {
            return service.kind() + " " + service.id();
        }
    }
}
