package io.moorage.inventory.server;

import static io.moorage.inventory.server.ServerStatus.ACTIVE;
import static io.moorage.inventory.server.ServerStatus.CANCELLED;
import static io.moorage.inventory.server.ServerStatus.PROVISIONING;
import static io.moorage.inventory.server.ServerStatus.SUSPENDED;
import static io.moorage.inventory.server.SuspensionReason.ABUSE;
import static io.moorage.inventory.server.SuspensionReason.UNPAID;

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
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ServerTest {
    private static final String NUMBER = "10427";
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Specification SPECIFICATION = new Specification(1, 4, 8, 160, null);
    private static final Driver DRIVER = new Driver("simulated", "m-1");

    private final AggregateTestFixture<Server> server = new AggregateTestFixture<>(Server.class);

    @Test
    void a_server_is_given_to_those_who_hold_its_roles() {
        server.givenNoPriorActivity()
                .when(new AllocateServer(
                        NUMBER,
                        Contacts.all(ACCOUNT),
                        "web-1",
                        "vps",
                        "NL",
                        "AMS-1",
                        List.of("192.0.2.10"),
                        SPECIFICATION,
                        "debian-13",
                        DRIVER,
                        AT))
                .expectEvents(allocated(Contacts.all(ACCOUNT)));
    }

    @Test
    void a_server_that_is_ready_becomes_active_once() {
        server.given(allocated()).when(new RecordProvisioned(NUMBER, AT)).expectEvents(provisioned());
        server.given(allocated(), provisioned())
                .when(new RecordProvisioned(NUMBER, AT))
                .expectNoEvents();
    }

    @Test
    void what_is_suspended_before_it_is_ready_is_so_when_it_is() {
        var early = new ServerSuspended(NUMBER, ACCOUNT, ABUSE, PROVISIONING, false, AT);
        server.given(allocated()).when(new SuspendServer(NUMBER, ABUSE, AT)).expectEvents(early);
        server.given(allocated(), early)
                .when(new RecordProvisioned(NUMBER, AT))
                .expectEvents(provisioned(), suspended(ABUSE));
    }

    @Test
    void a_reason_suspends_a_server_once() {
        server.given(allocated(), provisioned())
                .when(new SuspendServer(NUMBER, UNPAID, AT))
                .expectEvents(suspended(UNPAID));
        server.given(allocated(), provisioned(), suspended(UNPAID))
                .when(new SuspendServer(NUMBER, UNPAID, AT))
                .expectNoEvents();
    }

    @Test
    void a_server_comes_back_with_the_last_reason_that_goes() {
        server.given(allocated(), provisioned(), suspended(UNPAID), suspended(ABUSE))
                .when(new ActivateServer(NUMBER, UNPAID, AT))
                .expectEvents(new SuspensionReasonLifted(NUMBER, ACCOUNT, UNPAID, AT));
        server.given(
                        allocated(),
                        provisioned(),
                        suspended(UNPAID),
                        suspended(ABUSE),
                        new SuspensionReasonLifted(NUMBER, ACCOUNT, UNPAID, AT))
                .when(new ActivateServer(NUMBER, ABUSE, AT))
                .expectEvents(new ServerActivated(NUMBER, ACCOUNT, ABUSE, ACTIVE, false, AT));
    }

    @Test
    void a_reason_that_there_never_was_lifts_nothing() {
        server.given(allocated(), provisioned(), suspended(UNPAID))
                .when(new ActivateServer(NUMBER, ABUSE, AT))
                .expectNoEvents();
    }

    @Test
    void a_cancelled_server_is_neither_suspended_nor_cancelled_again() {
        server.given(allocated(), provisioned())
                .when(new CancelServer(NUMBER, AT))
                .expectEvents(cancelled());
        server.given(allocated(), provisioned(), cancelled())
                .when(new CancelServer(NUMBER, AT))
                .expectNoEvents();
        server.given(allocated(), provisioned(), cancelled())
                .when(new SuspendServer(NUMBER, UNPAID, AT))
                .expectNoEvents();
    }

    @Test
    void a_payment_that_is_late_is_told_once_and_changes_no_status() {
        var overdue = new ServerBecameOverdue(NUMBER, ACCOUNT, ACTIVE, true, AT);
        server.given(allocated(), provisioned())
                .when(new RecordOverdue(NUMBER, true, AT))
                .expectEvents(overdue);
        server.given(allocated(), provisioned(), overdue)
                .when(new RecordOverdue(NUMBER, true, AT))
                .expectNoEvents();
        server.given(allocated(), provisioned(), overdue)
                .when(new RecordOverdue(NUMBER, false, AT))
                .expectEvents(new ServerPaidUp(NUMBER, ACCOUNT, ACTIVE, false, AT));
    }

    @Test
    void admin_and_technical_contact_change_tags_and_names() {
        var contacts = new Contacts("aa00001-mo", "bb00001-mo", "cc00001-mo");
        for (String account : List.of("aa00001-mo", "bb00001-mo")) {
            server.given(allocated(contacts), provisioned())
                    .when(new ChangeTags(NUMBER, account, AT))
                    .expectEvents(new ServerTagsChanged(NUMBER, account, AT));
            server.given(allocated(contacts), provisioned())
                    .when(new ChangeReverseDns(NUMBER, account, "192.0.2.10", AT))
                    .expectEvents(new ReverseDnsChanged(NUMBER, account, "192.0.2.10", AT));
        }
    }

    @Test
    void a_billing_contact_lacks_the_role_and_others_find_nothing() {
        var contacts = new Contacts("aa00001-mo", "bb00001-mo", "cc00001-mo");
        server.given(allocated(contacts), provisioned())
                .when(new ChangeTags(NUMBER, "cc00001-mo", AT))
                .expectNoEvents()
                .expectExceptionMessage("role-missing");
        server.given(allocated(contacts), provisioned())
                .when(new ChangeReverseDns(NUMBER, "dd00001-mo", "192.0.2.10", AT))
                .expectNoEvents()
                .expectExceptionMessage("server-not-found");
    }

    @Test
    void only_its_own_addresses_get_a_name() {
        server.given(allocated(), provisioned())
                .when(new ChangeReverseDns(NUMBER, ACCOUNT, "192.0.2.11", AT))
                .expectNoEvents()
                .expectExceptionMessage("ip-not-of-server");
    }

    @Test
    void nothing_of_a_cancelled_server_is_changed() {
        server.given(allocated(), provisioned(), cancelled())
                .when(new ChangeTags(NUMBER, ACCOUNT, AT))
                .expectNoEvents()
                .expectExceptionMessage("server-cancelled");
    }

    @Test
    void what_the_machine_reports_is_recorded_when_it_is_new() {
        server.given(allocated(), provisioned())
                .when(new RecordPower(NUMBER, false, AT))
                .expectEvents(new ServerPowerChanged(NUMBER, ACCOUNT, false, AT));
        server.given(allocated(), provisioned())
                .when(new RecordPower(NUMBER, true, AT))
                .expectNoEvents();
        server.given(allocated(), provisioned())
                .when(new RecordRescue(NUMBER, true, AT))
                .expectEvents(new ServerRescueChanged(NUMBER, ACCOUNT, true, AT));
        server.given(allocated(), provisioned())
                .when(new RecordImage(NUMBER, "ubuntu-26.04", AT))
                .expectEvents(new ServerImageInstalled(NUMBER, ACCOUNT, "ubuntu-26.04", AT));
        server.given(allocated(), provisioned())
                .when(new RecordImage(NUMBER, "debian-13", AT))
                .expectNoEvents();
    }

    private static ServerAllocated allocated() {
        return allocated(Contacts.all(ACCOUNT));
    }

    private static ServerAllocated allocated(Contacts contacts) {
        return new ServerAllocated(
                NUMBER,
                contacts.admin(),
                contacts,
                "web-1",
                "vps",
                "NL",
                "AMS-1",
                List.of("192.0.2.10"),
                SPECIFICATION,
                "debian-13",
                DRIVER,
                AT);
    }

    private static ServerProvisioned provisioned() {
        return new ServerProvisioned(NUMBER, ACCOUNT, "vps", "NL", ACTIVE, false, AT);
    }

    private static ServerSuspended suspended(SuspensionReason reason) {
        return new ServerSuspended(NUMBER, ACCOUNT, reason, SUSPENDED, false, AT);
    }

    private static ServerCancelled cancelled() {
        return new ServerCancelled(NUMBER, ACCOUNT, CANCELLED, false, AT);
    }
}
