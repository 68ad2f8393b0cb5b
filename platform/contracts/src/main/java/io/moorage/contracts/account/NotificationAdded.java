package io.moorage.contracts.account;

import io.moorage.contracts.PublicEvent;
import org.jspecify.annotations.Nullable;

/** Something that the users of an account should know: {@code severity} is {@code info}, {@code success}, {@code warning} or {@code error}; {@code link} is a path in the portal; {@code service} is the one that it is about, if it isn't the account as a whole. The texts hold references only. */
public record NotificationAdded(
        String notificationId,
        String account,
        String severity,
        String code,
        String textEn,
        String textFr,
        String link,
        @Nullable String service)
        implements PublicEvent {}
