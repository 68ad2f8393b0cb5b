package io.moorage.inventory.server;

import java.time.Instant;
import java.util.List;

/**
 * Everything that can have happened to a server; stored, and private to this service. {@code account} is the one that
 * holds the admin role, except where somebody acted: then it is the one acted for.
 */
public sealed interface ServerEvent {
    String number();

    String account();

    /** A machine was given to an account; it isn't ready yet. */
    record ServerAllocated(
            String number,
            String account,
            Contacts contacts,
            String name,
            String kind,
            String location,
            String datacenter,
            List<String> ips,
            Specification specification,
            String image,
            Driver driver,
            Instant at)
            implements ServerEvent {}

    /** It is ready, and on. */
    record ServerProvisioned(
            String number,
            String account,
            String kind,
            String location,
            ServerStatus status,
            boolean overdue,
            Instant at)
            implements ServerEvent, Standing {}

    record ServerSuspended(
            String number, String account, SuspensionReason reason, ServerStatus status, boolean overdue, Instant at)
            implements ServerEvent, Standing {}

    /** One reason is gone; others keep the server suspended. */
    record SuspensionReasonLifted(String number, String account, SuspensionReason reason, Instant at)
            implements ServerEvent {}

    /** The last reason to suspend it is gone. */
    record ServerActivated(
            String number, String account, SuspensionReason reason, ServerStatus status, boolean overdue, Instant at)
            implements ServerEvent, Standing {}

    record ServerCancelled(String number, String account, ServerStatus status, boolean overdue, Instant at)
            implements ServerEvent, Standing {}

    /** Its payment is late. */
    record ServerBecameOverdue(String number, String account, ServerStatus status, boolean overdue, Instant at)
            implements ServerEvent, Standing {}

    /** Nothing is owed for it any more. */
    record ServerPaidUp(String number, String account, ServerStatus status, boolean overdue, Instant at)
            implements ServerEvent, Standing {}

    /** What the tags say isn't told: customers write what they like into them. */
    record ServerTagsChanged(String number, String account, Instant at) implements ServerEvent {}

    /** The name isn't told: customers choose it. */
    record ReverseDnsChanged(String number, String account, String ip, Instant at) implements ServerEvent {}

    record ServerPowerChanged(String number, String account, boolean on, Instant at) implements ServerEvent {}

    record ServerRescueChanged(String number, String account, boolean on, Instant at) implements ServerEvent {}

    record ServerImageInstalled(String number, String account, String image, Instant at) implements ServerEvent {}
}
