package io.moorage.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows in columns that stand in line. On a terminal those at the right give way until a row fits on a line. */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 4;

    /** Words of the API that a person looks for, in either language as {@link Cell#meaning} has them untranslated. */
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("active", "32"),
            Map.entry("on", "32"),
            Map.entry("succeeded", "32"),
            Map.entry("completed", "32"),
            Map.entry("success", "32"),
            Map.entry("provisioning", "33"),
            Map.entry("running", "33"),
            Map.entry("requested", "33"),
            Map.entry("pending", "33"),
            Map.entry("warning", "33"),
            Map.entry("suspended", "31"),
            Map.entry("overdue", "31"),
            Map.entry("refused", "31"),
            Map.entry("failed", "31"),
            Map.entry("timed-out", "31"),
            Map.entry("error", "31"));

    private final Terminal terminal;

    public Table(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param meaning the API's own word, where the text is one of its states */
    public record Cell(String text, String meaning) {}

    public void print(List<String> headings, List<List<Cell>> rows) {
        int[] widths = widths(headings, rows);
        if (terminal.outputSeen()) narrow(widths);
        List<Cell> head =
                headings.stream().map(heading -> new Cell(heading, "")).toList();
        terminal.show(terminal.bold(line(head, widths, false)));
        for (List<Cell> row : rows) terminal.show(line(row, widths, true));
    }

    private static int[] widths(List<String> headings, List<List<Cell>> rows) {
        int[] widths = headings.stream().mapToInt(PlainText::width).toArray();
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                int width = PlainText.width(PlainText.of(row.get(i).text()));
                widths[i] = Math.max(widths[i], width);
            }
        }
        return widths;
    }

    private void narrow(int[] widths) {
        int tooMuch = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - terminal.columns();
        for (int i = widths.length - 1; i >= 0 && tooMuch > 0; i--) {
            int given = Math.clamp(widths[i] - NARROWEST, 0, tooMuch);
            widths[i] -= given;
            tooMuch -= given;
        }
    }

    private String line(List<Cell> row, int[] widths, boolean coloured) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String text = PlainText.fit(PlainText.of(row.get(i).text()), widths[i]);
            boolean last = i == widths.length - 1;
            String padding = last ? "" : " ".repeat(widths[i] - PlainText.width(text));
            String colour = COLOURS.get(row.get(i).meaning());
            parts.add((coloured && colour != null ? terminal.styled(colour, text) : text) + padding);
        }
        return String.join(GAP, parts).stripTrailing();
    }
}
