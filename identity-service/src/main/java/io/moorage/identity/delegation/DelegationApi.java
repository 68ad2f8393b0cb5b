package io.moorage.identity.delegation;

import io.moorage.eventstore.Commands;
import io.moorage.identity.delegation.DelegationCommand.LeaveDelegation;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.WithoutAccount;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of others that a user may act for. */
@RestController
@RequestMapping("/api/v1/delegations")
class DelegationApi {
    private final DelegationList delegations;
    private final Commands commands;
    private final Clock clock;

    DelegationApi(DelegationList delegations, Commands commands, Clock clock) {
        this.delegations = delegations;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whom else than oneself one may act for. */
    @GetMapping
    @WithoutAccount
    Page<DelegationList.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, id -> UUID.fromString(id).toString());
        return Page.of(delegations.page(caller.userId(), after, clock.instant(), size), size, DelegationList.Line::id);
    }

    /** Leaves an account: gives up the access to it. */
    @DeleteMapping("/{id}")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String id, Caller caller) {
        commands.send(new LeaveDelegation(id, caller.userId(), clock.instant()));
    }
}
