package io.moorage.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSV as of RFC 4180, in UTF-8. */
final class CsvRows<T> implements Export.Rows<T> {
    /** A text that begins so is a formula to a spreadsheet, whoever wrote it. */
    private static final String FORMULA = "=+-@\t\r\n";

    /** The semicolon separates cells where the comma is in numbers, as in France. */
    private static final String SPECIAL = ",;\"\r\n";

    private final List<Export.Column<T>> columns;
    private final Writer out;

    CsvRows(List<Export.Column<T>> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(columns.stream().map(Export.Column::title));
    }

    @Override
    public void write(T item) throws IOException {
        line(columns.stream().map(column -> cell(column.value().apply(item))));
    }

    private void line(Stream<String> cells) throws IOException {
        out.write(cells.collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof BigDecimal exact) return exact.toPlainString();
        if (value instanceof Number || value instanceof Instant) return value.toString();
        String text = value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) text = "'" + text;
        if (text.chars().noneMatch(each -> SPECIAL.indexOf(each) >= 0)) return text;
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
