package io.moorage.cli.billing;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.money;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.word;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Waiting;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor top-up AMOUNT --method M}: asks for the payment page and says where it is. */
@Command(name = "top-up")
public final class TopUp implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            text("id"),
            money("amount"),
            text("method"),
            word("state"),
            text("checkoutUrl"),
            detail("createdAt", "/createdAt"),
            detail("completedAt", "/completedAt"));

    private static final Set<String> UNDER_WAY = Set.of("requested", "pending");

    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "AMOUNT", descriptionKey = "parameter.amount")
    private String amount = "";

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "option.method")
    private @Nullable String method;

    @Option(names = "--wait", descriptionKey = "option.wait-paid")
    private boolean wait;

    public TopUp(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gateway();
        JsonNode methods = gateway.get("/top-up-methods").path("items");
        ObjectNode body = moor.json().createObjectNode().put("method", method == null ? only(methods) : method);
        body.putObject("amount").put("amount", amount.replace(',', '.')).put("currency", currency(methods));
        JsonNode topUp = gateway.post("/top-ups", body);
        if (wait) return paid(gateway, topUp);
        moor.report().done(COLUMNS, topUp, page(topUp));
        return ExitCode.OK;
    }

    /** Nobody should have to type what there is no choice of. */
    private String only(JsonNode methods) {
        if (methods.size() == 1) return methods.path(0).path("method").asString("");
        List<String> names = new ArrayList<>();
        methods.forEach(each -> names.add(each.path("method").asString("")));
        throw moor.misused(spec, "method-needed", String.join(", ", names));
    }

    /** The account has one, which the API wants to hear. */
    private static String currency(JsonNode methods) {
        return methods.path(0).path("minimum").path("currency").asString("EUR");
    }

    private String page(JsonNode topUp) {
        String url = topUp.path("checkoutUrl").asString("");
        if (!url.isEmpty()) return moor.texts().of("top-up-page", url);
        return moor.texts().of("top-up-later", topUp.path("id").asString(""));
    }

    private int paid(Gateway gateway, JsonNode requested) {
        String path = "/top-ups/" + Query.segment(requested.path("id").asString(""));
        Waiting waiting = new Waiting(moor);
        JsonNode withPage = waiting.until(
                now -> now.has("checkoutUrl") || isOver(now), () -> gateway.get(path), now -> {}, "moor balance");
        if (withPage.has("checkoutUrl")) moor.terminal().tell(page(withPage));
        moor.terminal().tell(moor.texts().of("top-up-waiting"));
        JsonNode ended = waiting.until(TopUp::isOver, () -> gateway.get(path), now -> {}, "moor balance");
        moor.report().done(COLUMNS, ended, sentence(ended));
        return ended.path("state").asString("").equals("completed") ? ExitCode.OK : ExitCode.ACTION_FAILED;
    }

    private static boolean isOver(JsonNode topUp) {
        return !UNDER_WAY.contains(topUp.path("state").asString(""));
    }

    private String sentence(JsonNode topUp) {
        String state = moor.texts().word("word", topUp.path("state").asString(""));
        return moor.texts().of("top-up-state", Column.money(topUp.path("amount")), state);
    }
}
