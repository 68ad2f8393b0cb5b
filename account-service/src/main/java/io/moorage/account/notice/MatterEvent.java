package io.moorage.account.notice;

import java.time.Instant;
import java.util.Map;

/** What can have happened to a matter; stored, private to this service, and without personal data. */
public sealed interface MatterEvent {

    /**
     * @param noticeId a UUIDv7
     * @param parameters what the text mentions, by name, as {@code server} → {@code 10427}
     * @param link a path in the portal
     */
    record NoticeAdded(
            String matter,
            String noticeId,
            String account,
            String severity,
            String code,
            Map<String, String> parameters,
            String link,
            Instant at)
            implements MatterEvent {}
}
