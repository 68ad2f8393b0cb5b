package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user may do for somebody else's account, given at first or changed: exactly this from now on. {@code services} is {@code ["all"]}, or the ids of the services that it is limited to; {@code endsAt} is there if it ends by itself; {@code version} rises with every change. */
public record DelegationChanged(
        String delegationId,
        String account,
        String userId,
        List<String> permissions,
        List<String> services,
        @Nullable Instant endsAt,
        int version)
        implements PublicEvent {}
