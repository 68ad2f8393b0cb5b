package io.moorage.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One statement with its parameters. */
record Statement(String sql, List<Parameter> parameters) {

    Statement(String sql, Object... values) {
        this(sql, parameters(values));
    }

    private static List<Parameter> parameters(Object... values) {
        Parameter[] parameters = new Parameter[values.length];
        for (int i = 0; i < values.length; i++) {
            int index = i + 1;
            Object value = values[i];
            parameters[i] = (statement, offset) -> statement.setObject(offset + index, value);
        }
        return List.of(parameters);
    }

    /** @return how many parameters it has */
    int bind(PreparedStatement statement, int offset) throws SQLException {
        for (Parameter each : parameters) each.bind(statement, offset);
        return parameters.size();
    }

    /** Sets itself into a statement whose own parameters begin after the offset. */
    interface Parameter {
        void bind(PreparedStatement statement, int offset) throws SQLException;
    }
}
