package io.moorage.inventory.server;

import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Export;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Servers over HTTP. Whoever's account holds no role on a server finds none there. */
@RestController
@RequestMapping("/api/v1/servers")
class ServerApi {
    private final Servers servers;
    private final FoundServers found;
    private final ServerBodies bodies;
    private final OwnWordsChange change;
    private final Export export;

    ServerApi(Servers servers, FoundServers found, ServerBodies bodies, OwnWordsChange change, Export export) {
        this.servers = servers;
        this.found = found;
        this.bodies = bodies;
        this.change = change;
        this.export = export;
    }

    /**
     * The servers on which the acting account holds a role. All that match come as a file: with {@code all=true} as one
     * JSON array, or as CSV or XLSX by {@code Accept}.
     */
    @Parameter(
            name = "all",
            in = ParameterIn.QUERY,
            description = "true gives all that match as one JSON array, without pages.",
            schema = @Schema(type = "boolean"))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    Page<ServerBody> list(
            @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        ServerSort sort = wanted.order();
        List<ServerBody.Row> rows = found.page(caller.reach(), wanted.filter(), sort, sort.read(cursor), size + 1);
        Page<ServerBody.Row> page = Page.of(rows, size, sort::write);
        return new Page<>(bodies.of(caller.actingAccount(), page.items()), page.next());
    }

    @Operation(hidden = true) // the list, as its parameter says
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE, params = "all=true")
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    void all(@ParameterObject Wanted wanted, Caller caller, HttpServletResponse response) {
        export.json(bodies.all(caller.reach(), wanted.filter(), wanted.order()), response);
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = Export.CSV, schema = @Schema(type = "string")))
    @GetMapping(produces = Export.CSV)
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    void csv(@ParameterObject Wanted wanted, Caller caller, HttpServletResponse response) {
        var pages = bodies.all(caller.reach(), wanted.filter(), wanted.order());
        export.csv("servers-" + caller.actingAccount(), ServerBodies.COLUMNS, pages, response);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Export.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(produces = Export.XLSX)
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    void xlsx(@ParameterObject Wanted wanted, Caller caller, HttpServletResponse response) {
        var pages = bodies.all(caller.reach(), wanted.filter(), wanted.order());
        export.xlsx("servers-" + caller.actingAccount(), ServerBodies.COLUMNS, pages, response);
    }

    /** One server, with its reverse DNS. */
    @GetMapping("/{number}")
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    ServerBody one(@PathVariable String number, Caller caller) {
        return bodies.card(caller.reach(), number).orElseThrow(ServerRefused::notFound);
    }

    /**
     * Replaces all tags: at most 20, each of 1 to 32 letters, digits, blanks and {@code - _ . :}; what differs in case
     * only is the same. Needs the admin or the technical role.
     */
    @PutMapping("/{number}/tags")
    @Requires(value = Permission.SERVICES_MANAGE, withinReach = true)
    ServerBody tag(@PathVariable String number, @RequestBody TagsChange wish, Caller caller) {
        requireKnown(number, caller);
        Tags tags = Tags.of(wish.tags() == null ? List.of() : wish.tags());
        change.tag(caller.actingAccount(), number, tags);
        return one(number, caller);
    }

    /**
     * Gives one of the server's addresses a name in the DNS, or takes it away with an empty one. Needs the admin or the
     * technical role.
     */
    @PutMapping("/{number}/reverse-dns")
    @Requires(value = Permission.SERVICES_MANAGE, withinReach = true)
    ServerBody name(@PathVariable String number, @RequestBody ReverseDnsWish wish, Caller caller) {
        requireKnown(number, caller);
        Ip ip = Ip.of(String.valueOf(wish.ip())).orElseThrow(() -> ServerRefused.ipOfAnother(number));
        String name = wish.name() == null ? "" : wish.name().strip();
        change.name(caller.actingAccount(), number, ip, name.isEmpty() ? null : HostName.of(name));
        return one(number, caller);
    }

    /** What is wrong with a wish is told to those only who may know of the server. */
    private void requireKnown(String number, Caller caller) {
        if (servers.find(caller.reach(), number).isEmpty()) throw ServerRefused.notFound();
    }

    /** As sent by the client: nothing in it is believed yet. */
    record Wanted(
            @Parameter(description = "As NL.") @Nullable String location,

            @Parameter(description = "provisioning, active, suspended, cancelled; or overdue.") @Nullable
            String status,

            @Parameter(
                    description = "The beginning of a number, a name, a tag or an address; an address, or a network.")
            @Nullable
            String search,

            @Parameter(description = "number, name, location, status or created; with - before it the reverse.")
            @Nullable
            String sort) {

        private ServerFilter filter() {
            return ServerFilter.of(location, status, search);
        }

        private ServerSort order() {
            return ServerSort.of(sort);
        }
    }

    @Schema(name = "TagsChange", requiredProperties = "tags")
    record TagsChange(@Nullable List<@Nullable String> tags) {}

    @Schema(
            name = "ReverseDnsChange",
            requiredProperties = {"ip", "name"})
    record ReverseDnsWish(@Nullable String ip, @Nullable String name) {}
}
