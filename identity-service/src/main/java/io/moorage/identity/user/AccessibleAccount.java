package io.moorage.identity.user;

import io.moorage.web.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that a user can act for.
 *
 * @param name what people know it by, as its owner's name
 * @param own whether it is the user's own
 * @param permissions what the user may do for it, by codes, sorted
 * @param services {@code "all"}, or the ids of the services that the access is limited to
 * @param staff whether it is a customer's for whom the user acts as the provider's staff
 * @param delegation by which the access can be left; null for the user's own account
 */
public record AccessibleAccount(
        String handle,
        String name,
        String kind,
        boolean own,
        List<String> permissions,

        @Schema(types = {"string", "array"}) Object services,

        @Nullable String delegation,
        boolean staff) {

    /** The same for an application that may do no more than that. */
    AccessibleAccount within(Set<String> consented) {
        List<String> both = permissions.stream().filter(consented::contains).toList();
        return new AccessibleAccount(handle, name, kind, own, both, services, delegation, staff);
    }

    /** What of it somebody has who came with an API token. */
    AccessibleAccount onTokenOf(Caller caller) {
        return new AccessibleAccount(
                handle,
                name,
                kind,
                own,
                caller.permissions().stream().sorted().toList(),
                caller.services() == null
                        ? "all"
                        : caller.services().stream().sorted().toList(),
                delegation,
                staff);
    }
}
