package io.moorage.web;

import java.util.List;

/** Fields of a request that break a rule, all of them at once; answered with 422 and an error for each. */
public final class InvalidFields extends RuntimeException {
    private final List<Field> fields;

    public InvalidFields(List<Field> fields) {
        super(fields.stream().map(Field::code).toList().toString());
        this.fields = List.copyOf(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /**
     * @param pointer a JSON pointer into the request's body
     * @param code names the texts, as {@code field-too-long}
     */
    public record Field(String pointer, String code, Object... arguments) {}
}
