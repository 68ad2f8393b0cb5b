package io.moorage.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON array. */
final class JsonRows<T> implements Export.Rows<T> {
    private final JsonMapper json;
    private final OutputStream out;
    private boolean begun;

    JsonRows(JsonMapper json, OutputStream out) {
        this.json = json;
        this.out = new BufferedOutputStream(out);
    }

    @Override
    public void write(T item) throws IOException {
        out.write(begun ? ',' : '[');
        begun = true;
        out.write(json.writeValueAsBytes(item));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        if (!begun) out.write('[');
        out.write(']');
        out.flush();
    }
}
