package io.moorage.account.activity;

import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Export;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The acting account's action log over HTTP. */
@RestController
@RequestMapping("/api/v1/activity")
class ActivityApi {
    private static final List<Export.Column<ActivityBody>> COLUMNS = List.of(
            new Export.Column<>("n", ActivityBody::n),
            new Export.Column<>("at", ActivityBody::at),
            new Export.Column<>("user", body -> body.user().id()),
            new Export.Column<>("login", body -> body.user().login()),
            new Export.Column<>("account", ActivityBody::account),
            new Export.Column<>("session", ActivityBody::session),
            new Export.Column<>("address", ActivityBody::address),
            new Export.Column<>("action", ActivityBody::action),
            new Export.Column<>("target", ActivityBody::target),
            new Export.Column<>("outcome", ActivityBody::outcome),
            new Export.Column<>("code", ActivityBody::code),
            new Export.Column<>("status", ActivityBody::status),
            new Export.Column<>("correlation", ActivityBody::correlation),
            new Export.Column<>("staff", ActivityBody::staff));

    private final ActivityList activities;
    private final ActivityVerification verification;
    private final Export export;

    ActivityApi(ActivityList activities, ActivityVerification verification, Export export) {
        this.activities = activities;
        this.verification = verification;
        this.export = export;
    }

    /** What was done, newest first: in this log-in, unless another session or all are asked for. */
    @Parameter(
            name = "all",
            in = ParameterIn.QUERY,
            description = "true: all that matches, as one array of items.",
            schema = @Schema(type = "boolean"))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires
    Page<ActivityBody> activity(
            @ParameterObject ActivityWish wish,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        Long after = Cursor.decode(cursor, Long::valueOf);
        return Page.of(page(wish.filter(caller), after, size + 1, caller), size, body -> Long.toString(body.n()));
    }

    /** With {@code ?all=true} all that matches, as one array. */
    @Hidden // OpenAPI knows one answer a media type
    @GetMapping(params = "all=true", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires
    void allActivity(ActivityWish wish, Caller caller, HttpServletResponse response) {
        export.json(pages(wish, caller), response);
    }

    /** All that matches as CSV (RFC 4180). */
    @GetMapping(produces = Export.CSV)
    @Requires
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Export.CSV, schema = @Schema(type = "string")))
    void activityAsCsv(
            @ParameterObject ActivityWish wish, Caller caller, @Parameter(hidden = true) HttpServletResponse response) {
        export.csv("activity-" + caller.actingAccount(), COLUMNS, pages(wish, caller), response);
    }

    /** All that matches as a spreadsheet. */
    @GetMapping(produces = Export.XLSX)
    @Requires
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Export.XLSX, schema = @Schema(type = "string", format = "binary")))
    void activityAsXlsx(
            @ParameterObject ActivityWish wish, Caller caller, @Parameter(hidden = true) HttpServletResponse response) {
        export.xlsx("activity-" + caller.actingAccount(), COLUMNS, pages(wish, caller), response);
    }

    /** Whether every entry of the account is as it was written: all its hashes are made again. */
    @GetMapping("/verification")
    @Requires
    ActivityVerification.Result verification(Caller caller) {
        return verification.of(caller.actingAccount());
    }

    private Export.Pages<ActivityBody> pages(ActivityWish wish, Caller caller) {
        ActivityFilter filter = wish.filter(caller);
        return last -> page(filter, last == null ? null : last.n(), Export.PAGE, caller);
    }

    private List<ActivityBody> page(ActivityFilter filter, @Nullable Long after, int limit, Caller caller) {
        return activities.page(filter, after, limit).stream()
                .map(entry -> ActivityBody.of(entry, caller))
                .toList();
    }
}
