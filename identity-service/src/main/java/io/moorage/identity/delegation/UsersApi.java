package io.moorage.identity.delegation;

import io.moorage.contracts.Permission;
import io.moorage.eventstore.Commands;
import io.moorage.identity.delegation.DelegationCommand.ChangeDelegation;
import io.moorage.identity.delegation.DelegationCommand.RevokeDelegation;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of the acting account. */
@RestController
@RequestMapping("/api/v1/users")
class UsersApi {
    private final UserList users;
    private final HeldAccess held;
    private final Commands commands;
    private final Clock clock;

    UsersApi(UserList users, HeldAccess held, Commands commands, Clock clock) {
        this.users = users;
        this.held = held;
        this.commands = commands;
        this.clock = clock;
    }

    /** Who may act for the account: its owner first, then as they came. */
    @GetMapping
    @Requires(Permission.USERS_MANAGE)
    Page<UserList.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        UserList.Place after = Cursor.decode(cursor, UserList.Place::read);
        return Page.of(users.page(caller.actingAccount(), after, clock.instant(), size), size, UserList.Place::write);
    }

    /** Says anew what a user may do; nobody can give what they don't hold themselves. */
    @PutMapping("/{id}")
    @Requires(Permission.USERS_MANAGE)
    UserList.Line change(@PathVariable String id, @RequestBody AccessWish wish, Caller caller) {
        String account = caller.actingAccount();
        Instant now = clock.instant();
        Access access = wish.access(now);
        Access ofCaller = held.ofManager(caller);
        refuseOwner(id, account);
        commands.send(new ChangeDelegation(Delegation.id(account, id), caller.userId(), access, ofCaller, now));
        return users.find(account, id, now).orElseThrow(DelegationRefused::notFound);
    }

    /** Takes a user's access back. */
    @DeleteMapping("/{id}")
    @Requires(Permission.USERS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Caller caller) {
        String account = caller.actingAccount();
        held.ofManager(caller);
        refuseOwner(id, account);
        commands.send(new RevokeDelegation(Delegation.id(account, id), clock.instant()));
    }

    private void refuseOwner(String userId, String account) {
        if (held.isOwner(userId, account)) throw DelegationRefused.ownerHasAll();
    }
}
