package io.moorage.inventory.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.inventory.server.ServerEvent.ServerActivated;
import io.moorage.inventory.server.ServerEvent.ServerBecameOverdue;
import io.moorage.inventory.server.ServerEvent.ServerCancelled;
import io.moorage.inventory.server.ServerEvent.ServerProvisioned;
import io.moorage.inventory.server.ServerEvent.ServerSuspended;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStatusTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    # status,     provisioned, suspended,    activated,    cancelled, overdue
                    PROVISIONING, ACTIVE,      PROVISIONING, PROVISIONING, CANCELLED, PROVISIONING
                    ACTIVE,       ACTIVE,      SUSPENDED,    ACTIVE,       CANCELLED, ACTIVE
                    SUSPENDED,    SUSPENDED,   SUSPENDED,    ACTIVE,       CANCELLED, SUSPENDED
                    CANCELLED,    CANCELLED,   CANCELLED,    CANCELLED,    CANCELLED, CANCELLED
                    """)
    void each_event_leads_where_the_table_says(
            ServerStatus from,
            ServerStatus provisioned,
            ServerStatus suspended,
            ServerStatus activated,
            ServerStatus cancelled,
            ServerStatus overdue) {
        List<Class<? extends ServerEvent>> events = List.of(
                ServerProvisioned.class,
                ServerSuspended.class,
                ServerActivated.class,
                ServerCancelled.class,
                ServerBecameOverdue.class);
        assertThat(events)
                .extracting(from::after)
                .containsExactly(provisioned, suspended, activated, cancelled, overdue);
    }
}
