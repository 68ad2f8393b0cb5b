package io.moorage.inventory.action;

import io.moorage.contracts.Permission;
import io.moorage.eventstore.Commands;
import io.moorage.inventory.action.ServerActionCommand.RequestCancellation;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.server.ServerRefused;
import io.moorage.inventory.server.Servers;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.Problems;
import io.moorage.web.Reach;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Actions over HTTP. An account sees those that it asked for and those on servers of which it is a contact. */
@RestController
@RequestMapping("/api/v1")
class ServerActionApi {
    private final ServerActionRequests requests;
    private final ServerActionList actions;
    private final Servers servers;
    private final Commands commands;
    private final Problems texts;
    private final Clock clock;

    ServerActionApi(
            ServerActionRequests requests,
            ServerActionList actions,
            Servers servers,
            Commands commands,
            Problems texts,
            Clock clock) {
        this.requests = requests;
        this.actions = actions;
        this.servers = servers;
        this.commands = commands;
        this.texts = texts;
        this.clock = clock;
    }

    /** Asks for an action. It goes on by itself; look at it under its {@code Location}, or wait for the push. */
    @PostMapping("/servers/{number}/actions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(value = Permission.SERVICES_MANAGE, withinReach = true)
    ResponseEntity<ServerActionBody> request(
            @PathVariable String number, @RequestBody ActionRequest request, Caller caller, Locale language) {
        if (request.type() == null) throw ServerActionRefused.typeUnknown();
        ActionType type = ActionType.of(request.type()).orElseThrow(ServerActionRefused::typeUnknown);
        return accepted(requests.request(caller, number, type, request.image()), "server-" + type.code(), language);
    }

    /** What the server can be reinstalled with. */
    @GetMapping("/servers/{number}/images")
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    ImageList images(@PathVariable String number, Caller caller) {
        requireVisible(number, caller);
        return new ImageList(Images.all());
    }

    /** Newest first: all on a server, or without one those that the account asked for. */
    @GetMapping("/actions")
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    Page<ServerActionBody> list(
            @RequestParam(required = false) @Nullable String server,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Locale language) {
        ServerActionState wanted =
                state == null ? null : ServerActionState.of(state).orElseThrow(ServerActionRefused::stateUnknown);
        if (server != null) requireVisible(server, caller);
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, id -> UUID.fromString(id).toString());
        Reach requesters = server == null ? caller.reach() : null;
        List<ServerActionBody> found = actions.page(requesters, server, wanted, after, size).stream()
                .map(line -> ServerActionBody.of(line, texts, language))
                .toList();
        return Page.of(found, size, ServerActionBody::id);
    }

    @GetMapping("/actions/{id}")
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    ServerActionBody one(@PathVariable String id, Caller caller, Locale language) {
        return ServerActionBody.of(visible(id, caller), texts, language);
    }

    /** Asks an action not to go on, while that is safe. Whether it came in time shows in the action's end. */
    @PostMapping("/actions/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(value = Permission.SERVICES_MANAGE, withinReach = true)
    ResponseEntity<ServerActionBody> cancel(@PathVariable String id, Caller caller, Locale language) {
        requests.operable(caller, visible(id, caller).server());
        commands.send(new RequestCancellation(id, clock.instant()));
        return accepted(id, "action-cancel", language);
    }

    /** Asks for the same again, as an action of its own, after one that didn't succeed. */
    @PostMapping("/actions/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(value = Permission.SERVICES_MANAGE, withinReach = true)
    ResponseEntity<ServerActionBody> retry(@PathVariable String id, Caller caller, Locale language) {
        ServerActionList.Line ended = visible(id, caller);
        if (!ended.state().isRetryable()) throw ServerActionRefused.notRetryable();
        ActionType type = ActionType.of(ended.type()).orElseThrow();
        return accepted(requests.request(caller, ended.server(), type, ended.image()), "action-retry", language);
    }

    private void requireVisible(String server, Caller caller) {
        if (servers.find(caller.reach(), server).isEmpty()) throw ServerRefused.notFound();
    }

    private ServerActionList.Line visible(String id, Caller caller) {
        Reach reach = caller.reach();
        return actions.find(id)
                .filter(line -> reach.covers(line.server()))
                .filter(line -> line.account().equals(reach.account())
                        || servers.find(reach, line.server()).isPresent())
                .orElseThrow(ServerActionRefused::actionNotFound);
    }

    /** @param logged what the action log calls the request: its address doesn't tell what is to be done */
    private ResponseEntity<ServerActionBody> accepted(String id, String logged, Locale language) {
        ServerActionBody body = ServerActionBody.of(actions.find(id).orElseThrow(), texts, language);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/actions/" + id))
                .header("Moorage-Activity", logged)
                .body(body);
    }

    /** As sent by the client: nothing in it is believed yet. */
    @Schema(name = "ServerActionRequest", requiredProperties = "type")
    record ActionRequest(
            @Schema(allowableValues = {"power-on", "power-off", "reboot", "reinstall", "rescue-on", "rescue-off"})
            @Nullable
            String type,

            @Schema(description = "What to install; for a reinstallation, one of the server's images.") @Nullable
            String image) {}

    @Schema(name = "ServerImages")
    record ImageList(List<Images.Image> items) {}
}
