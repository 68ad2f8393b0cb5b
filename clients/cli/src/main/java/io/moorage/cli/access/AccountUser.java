package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Paging;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A user of the account, by whichever of their names was typed. */
final class AccountUser {
    private AccountUser() {}

    /** @param typed id, login or e-mail address */
    static JsonNode find(Moor moor, Gateway gateway, String typed) {
        JsonNode users = new Paging().read(moor, gateway, "/users", Map.of(), true);
        for (JsonNode user : users.path("items")) {
            for (String name : new String[] {"id", "login", "email"})
                if (user.path(name).asString("").equalsIgnoreCase(typed)) return user;
        }
        throw new CommandFailed(ExitCode.REFUSED, moor.texts().of("user-unknown", typed));
    }

    static String path(JsonNode user) {
        return "/users/" + Query.segment(user.path("id").asString(""));
    }
}
