package io.moorage.cli.action;

import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;
import static io.moorage.cli.command.Column.word;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Waiting;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An action from its request to its end, and the exit code that its outcome is. */
public final class FollowAction {
    static final List<Column> COLUMNS = List.of(
            text("id"),
            word("type"),
            text("server"),
            word("state"),
            text("progress"),
            time("requestedAt"),
            time("finishedAt"),
            Column.detail("image", "/image"),
            Column.detail("startedAt", "/startedAt"),
            Column.detail("requestedBy", "/requestedBy"),
            Column.detail("cancellable", "/cancellable"),
            text("error", "/error/code"));

    private static final Set<String> UNDER_WAY = Set.of("requested", "running");

    private final Moor moor;
    private final Gateway gateway;

    public FollowAction(Moor moor) {
        this.moor = moor;
        this.gateway = moor.gateway();
    }

    public Gateway gateway() {
        return gateway;
    }

    static String path(String id) {
        return "/actions/" + Query.segment(id);
    }

    /** Says that it was requested; waits for its end if that is wanted. */
    public int requested(JsonNode action, boolean wait) {
        if (wait) return toItsEnd(action);
        moor.report().done(COLUMNS, action, moor.texts().of("action-requested", what(action), id(action)));
        return ExitCode.OK;
    }

    int toItsEnd(JsonNode action) {
        String id = id(action);
        Waiting waiting = new Waiting(moor);
        JsonNode ended = isOver(action)
                ? action
                : waiting.until(
                        FollowAction::isOver,
                        () -> gateway.get(path(id)),
                        now -> waiting.show(sentence(now), now.path("progress").asInt(0)),
                        "moor actions show " + id + " --wait");
        moor.report().done(COLUMNS, ended, sentence(ended));
        if (ended.path("state").asString("").equals("succeeded")) return ExitCode.OK;
        String detail = ended.path("error").path("detail").asString("");
        String code = ended.path("error").path("code").asString("");
        if (!code.isEmpty()) moor.terminal().tell(detail + " [" + code + "]");
        return ExitCode.ACTION_FAILED;
    }

    private static boolean isOver(JsonNode action) {
        return !UNDER_WAY.contains(action.path("state").asString(""));
    }

    private String sentence(JsonNode action) {
        String state = moor.texts().word("word", action.path("state").asString(""));
        return moor.texts().of("action-state", what(action), state);
    }

    private String what(JsonNode action) {
        String type = moor.texts().word("word", action.path("type").asString(""));
        return moor.texts().of("action-of", type, action.path("server").asString(""));
    }

    private static String id(JsonNode action) {
        return action.path("id").asString("");
    }
}
