package io.moorage.account.notice;

import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a matter. */
sealed interface MatterCommand {

    /** @param parameters by {@link NoticeCode.Blank#key()} */
    record AddNotice(
            @TargetAggregateIdentifier String matter,
            String noticeId,
            String account,
            NoticeCode code,
            Map<String, String> parameters,
            String link,
            Instant at)
            implements MatterCommand {}
}
