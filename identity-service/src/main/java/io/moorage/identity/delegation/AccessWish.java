package io.moorage.identity.delegation;

import io.moorage.contracts.Permission;
import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An access as a client wishes it: nothing in it is believed yet.
 *
 * @param services {@code "all"}, or the ids of the services that it is limited to
 */
@Schema(
        name = "AccessChange",
        requiredProperties = {"permissions", "services"})
public record AccessWish(
        @Nullable List<@Nullable String> permissions,

        @Schema(types = {"string", "array"}) @Nullable Object services,

        @Nullable Instant endsAt) {
    private static final int MOST_SERVICES = 200;
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws InvalidFields naming all that is wrong with it */
    public Access access(Instant now) {
        List<Field> errors = new ArrayList<>();
        Access access = new Access(permissions(errors), services(errors), endsAt);
        if (access.hasEnded(now)) errors.add(new Field("/endsAt", "end-in-past"));
        if (!errors.isEmpty()) throw new InvalidFields(errors);
        return access;
    }

    private List<String> permissions(List<Field> errors) {
        if (permissions == null || permissions.isEmpty()) {
            errors.add(new Field("/permissions", "permissions-empty"));
            return List.of();
        }
        List<String> codes = permissions.stream()
                .map(code -> Objects.requireNonNullElse(code, ""))
                .toList();
        for (int i = 0; i < codes.size(); i++)
            if (Permission.of(codes.get(i)).isEmpty()) errors.add(new Field("/permissions/" + i, "permission-unknown"));
        return codes.stream().distinct().sorted().toList();
    }

    /** Which services there are is known elsewhere; one that isn't there grants nothing. */
    private List<String> services(List<Field> errors) {
        if (Access.ALL.getFirst().equals(services)) return Access.ALL;
        if (services instanceof List<?> ids
                && !ids.isEmpty()
                && ids.size() <= MOST_SERVICES
                && ids.stream().allMatch(AccessWish::canBeService))
            return ids.stream().map(String::valueOf).distinct().sorted().toList();
        errors.add(new Field("/services", "services-invalid"));
        return List.of();
    }

    private static boolean canBeService(@Nullable Object id) {
        return id instanceof String text && SERVICE.matcher(text).matches() && !Access.ALL.contains(text);
    }
}
