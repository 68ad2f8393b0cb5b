package io.moorage.identity.user;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * An account that a user can act for.
 *
 * @param name what people know it by, as its owner's name
 * @param own whether it is the user's own
 * @param permissions what the user may do for it, by codes, sorted
 * @param services {@code all}: no access is limited to chosen services yet
 */
public record AccessibleAccount(
        String handle,
        String name,
        String kind,
        boolean own,
        List<String> permissions,
        @Schema(allowableValues = "all") String services) {}
