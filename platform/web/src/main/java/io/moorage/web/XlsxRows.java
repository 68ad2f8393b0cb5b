package io.moorage.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook; a list that is too long for one sheet goes on in the next. */
final class XlsxRows<T> implements Export.Rows<T> {
    /** A sheet can hold 1,048,576. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int MOST_CHARACTERS = 32_767;

    private final String name;
    private final List<Export.Column<T>> columns;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    XlsxRows(String name, List<Export.Column<T>> columns, OutputStream out) {
        this.name = name;
        this.columns = columns;
        this.workbook = new Workbook(out, "Moorage", null);
        this.sheet = begin(workbook, name, columns);
    }

    private static <T> Worksheet begin(Workbook workbook, String name, List<Export.Column<T>> columns) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int column = 0; column < columns.size(); column++)
            sheet.inlineString(0, column, columns.get(column).title());
        return sheet;
    }

    @Override
    public void write(T item) throws IOException {
        if (row > MOST_ROWS) {
            sheet.finish();
            sheet = begin(workbook, name + " " + ++sheets, columns);
            row = 1;
        }
        for (int column = 0; column < columns.size(); column++)
            cell(column, columns.get(column).value().apply(item));
        row++;
    }

    /** Texts are typed as such here, so that none can be taken for a formula, and stand in the sheet itself: a table of them would grow. */
    private void cell(int column, @Nullable Object value) {
        if (value == null) return;
        if (value instanceof Number number) sheet.value(row, column, number);
        else {
            String text = value.toString();
            sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
