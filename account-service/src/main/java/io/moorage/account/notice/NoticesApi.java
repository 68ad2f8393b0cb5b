package io.moorage.account.notice;

import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Malformed;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bell over HTTP: the acting account's notices, as the user who asks has read them or not. */
@RestController
@RequestMapping("/api/v1/notifications")
class NoticesApi {
    private final NoticeList notices;
    private final ReadNotices reading;
    private final NoticeTexts texts;

    NoticesApi(NoticeList notices, ReadNotices reading, NoticeTexts texts) {
        this.notices = notices;
        this.reading = reading;
        this.texts = texts;
    }

    /** Those about services within reach, newest first, in the language asked for; with {@code unread=true} only what the user hasn't read. */
    @GetMapping
    @Requires(withinReach = true)
    Notifications list(
            @RequestParam(required = false) @Nullable Boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Locale language) {
        int size = Cursor.limit(limit);
        UUID after = Cursor.decode(cursor, UUID::fromString);
        List<Notification> found =
                notices.page(caller.reach(), caller.userId(), Boolean.TRUE.equals(unread), after, size).stream()
                        .map(line -> inWords(line, language))
                        .toList();
        Page<Notification> page = Page.of(found, size, Notification::id);
        return new Notifications(page.items(), page.next(), notices.unread(caller.reach(), caller.userId()));
    }

    /** Marks some of the account's notices, or all of them, as read by the user. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(withinReach = true)
    void read(@RequestBody Reading what, Caller caller) {
        boolean all = Boolean.TRUE.equals(what.all());
        if (all == (what.ids() != null)) throw new Malformed("malformed-request");
        if (what.ids() == null) reading.readAll(caller.actingAccount(), caller.userId());
        else reading.read(caller.actingAccount(), caller.userId(), parsed(what.ids()));
    }

    private static Set<UUID> parsed(List<@Nullable String> ids) {
        Set<UUID> parsed = new HashSet<>();
        for (String id : ids) {
            try {
                parsed.add(UUID.fromString(String.valueOf(id)));
            } catch (IllegalArgumentException noId) {
                throw new NoticeNotFound();
            }
        }
        return parsed;
    }

    private Notification inWords(NoticeList.Line line, Locale language) {
        return new Notification(
                line.id().toString(),
                line.severity(),
                line.code(),
                texts.of(line.code(), line.parameters(), language),
                line.link(),
                line.at(),
                line.read());
    }

    /**
     * A page of notices.
     *
     * @param next the cursor of the following page; null on the last one
     * @param unread how many of all the account's notices the user hasn't read
     */
    record Notifications(List<Notification> items, @Nullable String next, long unread) {}

    /**
     * A notice.
     *
     * @param link a path in the portal
     * @param read by the user who asks
     */
    record Notification(
            String id,

            @Schema(allowableValues = {"info", "success", "warning", "error"})
            String severity,

            NoticeCode code,
            String text,
            @Schema(example = "/services/servers/10427") String link,
            Instant at,
            boolean read) {}

    /** Either {@code ids} or {@code all: true}. */
    @Schema(name = "NotificationReading")
    record Reading(
            @Nullable List<@Nullable String> ids, @Nullable Boolean all) {}
}
