package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerBody.Row;
import io.moorage.web.Export;
import io.moorage.web.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of servers: their rows, what customers wrote, what is being done with them. */
@Component
class ServerBodies {
    static final List<Export.Column<ServerBody>> COLUMNS = List.of(
            new Export.Column<>("number", ServerBody::number),
            new Export.Column<>("name", ServerBody::name),
            new Export.Column<>("kind", ServerBody::kind),
            new Export.Column<>("location", ServerBody::location),
            new Export.Column<>("datacenter", ServerBody::datacenter),
            new Export.Column<>("status", ServerBody::status),
            new Export.Column<>("overdue", ServerBody::overdue),
            new Export.Column<>("power", ServerBody::power),
            new Export.Column<>("ips", body -> String.join(", ", body.ips())),
            new Export.Column<>("tags", body -> String.join(", ", body.tags())),
            new Export.Column<>("cpus", body -> body.specification().cpus()),
            new Export.Column<>("cores", body -> body.specification().cores()),
            new Export.Column<>("ramGb", body -> body.specification().ramGb()),
            new Export.Column<>("diskGb", body -> body.specification().diskGb()),
            new Export.Column<>("gpu", body -> body.specification().gpu()),
            new Export.Column<>("image", ServerBody::image),
            new Export.Column<>("roles", body -> String.join(", ", body.roles())),
            new Export.Column<>("createdAt", ServerBody::createdAt));

    private final Servers servers;
    private final FoundServers found;
    private final OwnWords words;
    private final ObjectProvider<Busy> busy;

    /** @param busy whoever knows what is being done with servers */
    ServerBodies(Servers servers, FoundServers found, OwnWords words, ObjectProvider<Busy> busy) {
        this.servers = servers;
        this.found = found;
        this.words = words;
        this.busy = busy;
    }

    List<ServerBody> of(String account, List<Row> rows) {
        if (rows.isEmpty()) return List.of();
        List<String> numbers = rows.stream().map(row -> row.body().number()).toList();
        Map<String, List<String>> tags = words.tags(account, numbers);
        Map<String, String> actions = busyWith(numbers);
        return rows.stream()
                .map(Row::body)
                .map(body -> body.with(
                        tags.getOrDefault(body.number(), List.of()), actions.get(body.number()), body.reverseDns()))
                .toList();
    }

    Optional<ServerBody> card(Reach reach, String number) {
        return servers.row(reach, number)
                .map(row -> of(reach.account(), List.of(row)).getFirst())
                .map(body -> body.with(body.tags(), body.busyWith(), words.reverseDns(number)));
    }

    /** All that match, to be written to a file. */
    Export.Pages<ServerBody> all(Reach reach, ServerFilter filter, ServerSort sort) {
        Export.Pages<Row> rows =
                last -> found.page(reach, filter, sort, last == null ? null : sort.placeOf(last), Export.PAGE);
        return rows.shownAs(page -> of(reach.account(), page));
    }

    private Map<String, String> busyWith(List<String> numbers) {
        return busy.orderedStream()
                .flatMap(each -> each.busyWith(numbers).entrySet().stream())
                .collect(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()), HashMap::putAll);
    }
}
