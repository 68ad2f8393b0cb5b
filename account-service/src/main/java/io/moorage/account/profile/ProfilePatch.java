package io.moorage.account.profile;

import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.moorage.web.Malformed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a JSON merge patch (RFC 7396) of the account: what isn't mentioned stays, null and "" empty a field. */
final class ProfilePatch {
    private static final String ADDRESS = "address";
    private static final Set<String> READ_ONLY = Set.of("handle", "kind", "status", "openedAt", "currency", "email");

    private final Map<ProfileField, String> wished = new EnumMap<>(ProfileField.class);
    private final List<Field> errors = new ArrayList<>();

    private ProfilePatch() {}

    /**
     * The values asked for, tidied.
     *
     * @throws Malformed if it isn't a JSON object
     * @throws InvalidFields with everything that is wrong with it
     */
    static Map<ProfileField, String> read(JsonNode body) {
        if (!body.isObject()) throw new Malformed("malformed-request");
        ProfilePatch patch = new ProfilePatch();
        body.properties().forEach(member -> patch.member(member.getKey(), member.getValue()));
        if (!patch.errors.isEmpty()) throw new InvalidFields(patch.errors);
        return patch.wished;
    }

    private void member(String name, JsonNode value) {
        if (name.equals(ADDRESS)) address(value);
        else if (READ_ONLY.contains(name)) refuse(pointer(name), "field-read-only");
        else field(pointer(name), value);
    }

    private void address(JsonNode value) {
        if (value.isObject())
            value.properties().forEach(member -> field(pointer(ADDRESS) + pointer(member.getKey()), member.getValue()));
        else if (value.isNull()) emptyAddress();
        else refuse(pointer(ADDRESS), "field-invalid");
    }

    private void emptyAddress() {
        for (ProfileField field : ProfileField.values()) if (field.isOfAddress()) wished.put(field, "");
    }

    private void field(String pointer, JsonNode value) {
        ProfileField field = ProfileField.at(pointer).orElse(null);
        if (field == null) refuse(pointer, "field-unknown");
        else if (value.isNull()) check(field, pointer, "");
        else if (value.isString()) check(field, pointer, value.stringValue());
        else refuse(pointer, "field-invalid");
    }

    private void check(ProfileField field, String pointer, String given) {
        TextRule rule = field.rule();
        String text = rule.tidy().apply(given);
        if (rule.isTooLong(text)) refuse(pointer, "field-too-long", rule.maximum());
        else if (!rule.allows(text)) refuse(pointer, rule.refusal());
        else wished.put(field, text);
    }

    private void refuse(String pointer, String code, Object... arguments) {
        errors.add(new Field(pointer, code, arguments));
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
