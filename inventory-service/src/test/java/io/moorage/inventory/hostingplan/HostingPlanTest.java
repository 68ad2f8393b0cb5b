package io.moorage.inventory.hostingplan;

import static io.moorage.inventory.server.SuspensionReason.ABUSE;
import static io.moorage.inventory.server.SuspensionReason.UNPAID;

import io.moorage.inventory.hostingplan.HostingPlanCommand.ActivateHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanCommand.OpenHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanCommand.SuspendHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanOpened;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanReleased;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanSuspended;
import io.moorage.inventory.server.Contacts;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class HostingPlanTest {
    private static final String ID = "hp-1";
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final HostingPlanOpened OPENED =
            new HostingPlanOpened(ID, ACCOUNT, Contacts.all(ACCOUNT), "Hébergement Web - VPS-5", "hst-test.eu", AT);
    private static final HostingPlanSuspended UNPAID_FOR = new HostingPlanSuspended(ID, ACCOUNT, UNPAID, AT);

    private final AggregateTestFixture<HostingPlan> plan = new AggregateTestFixture<>(HostingPlan.class);

    @Test
    void a_plan_is_opened_for_an_account_that_holds_all_roles() {
        plan.givenNoPriorActivity()
                .when(new OpenHostingPlan(ID, ACCOUNT, "Hébergement Web - VPS-5", "hst-test.eu", AT))
                .expectEvents(OPENED);
    }

    @Test
    void a_reason_suspends_it_once() {
        plan.given(OPENED).when(new SuspendHostingPlan(ID, UNPAID, AT)).expectEvents(UNPAID_FOR);
        plan.given(OPENED, UNPAID_FOR)
                .when(new SuspendHostingPlan(ID, UNPAID, AT))
                .expectNoEvents();
    }

    @Test
    void it_comes_back_with_the_last_reason_that_goes() {
        plan.given(OPENED, UNPAID_FOR, new HostingPlanSuspended(ID, ACCOUNT, ABUSE, AT))
                .when(new ActivateHostingPlan(ID, ABUSE, AT))
                .expectEvents(new HostingPlanReleased(ID, ACCOUNT, ABUSE, false, AT));
        plan.given(OPENED, UNPAID_FOR)
                .when(new ActivateHostingPlan(ID, UNPAID, AT))
                .expectEvents(new HostingPlanReleased(ID, ACCOUNT, UNPAID, true, AT));
        plan.given(OPENED).when(new ActivateHostingPlan(ID, UNPAID, AT)).expectNoEvents();
    }
}
