package io.moorage.cli.gateway;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A refusal of the API (RFC 9457) as lines to read: the sentence with its code, the fields concerned, what to do. */
record Problem(Texts texts, int status, JsonNode body) {
    /** Something between us and the answer is away: asking again later may help. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    CommandFailed asFailure() {
        List<String> lines = new ArrayList<>();
        lines.add(sentence());
        for (JsonNode error : body.path("errors")) {
            lines.add("  " + error.path("pointer").asString("") + ": "
                    + error.path("detail").asString(error.path("code").asString("")));
        }
        String blocking = body.path("action").asString("");
        if (!blocking.isEmpty()) lines.add(texts.of("blocked-by", blocking));
        return new CommandFailed(AWAY.contains(status) ? ExitCode.NOT_REACHABLE : ExitCode.REFUSED, lines);
    }

    private String sentence() {
        String code = body.path("code").asString("");
        String detail = body.path("detail").asString(body.path("title").asString(""));
        if (detail.isEmpty()) return texts.of("refused-without-reason", status);
        return code.isEmpty() ? detail : detail + " [" + code + "]";
    }
}
