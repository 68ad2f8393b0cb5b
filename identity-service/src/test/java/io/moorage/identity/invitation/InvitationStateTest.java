package io.moorage.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.delegation.Access;
import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationExpired;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationStateTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING,   PENDING,   ACCEPTED,  WITHDRAWN, EXPIRED",
        "EXPIRED,   PENDING,   EXPIRED,   WITHDRAWN, EXPIRED",
        "ACCEPTED,  ACCEPTED,  ACCEPTED,  ACCEPTED,  ACCEPTED",
        "WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN"
    })
    void each_event_leads_where_the_table_says(
            InvitationState from,
            InvitationState sent,
            InvitationState accepted,
            InvitationState withdrawn,
            InvitationState expired) {
        assertThat(from.after(new InvitationSent("i-1", "xx11111-mo", "olga", Access.NONE, AT, AT)))
                .isEqualTo(sent);
        assertThat(from.after(new InvitationAccepted("i-1", "xx11111-mo", "tina", AT)))
                .isEqualTo(accepted);
        assertThat(from.after(new InvitationWithdrawn("i-1", "xx11111-mo", AT))).isEqualTo(withdrawn);
        assertThat(from.after(new InvitationExpired("i-1", "xx11111-mo", AT))).isEqualTo(expired);
    }
}
