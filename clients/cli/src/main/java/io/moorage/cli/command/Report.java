package io.moorage.cli.command;

import io.moorage.cli.terminal.Csv;
import io.moorage.cli.terminal.Table;
import io.moorage.cli.terminal.Table.Cell;
import io.moorage.cli.terminal.Terminal;
import io.moorage.cli.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shows what the API answered, in the form that was asked for. JSON is the API's body; CSV has the API's own words. */
public final class Report {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Terminal terminal;
    private final Texts texts;
    private final ZoneId zone;
    private final Output output;

    Report(Terminal terminal, Texts texts, ZoneId zone, Output output) {
        this.terminal = terminal;
        this.texts = texts;
        this.zone = zone;
        this.output = output;
    }

    /** Whether a person reads, and more than one table does no harm. */
    public boolean forPeople() {
        return output == Output.TABLE;
    }

    /** @param page {@code {items, next}} */
    public void list(List<Column> columns, JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        switch (output) {
            case JSON -> terminal.pass(page.toString());
            case CSV -> csv(columns, items);
            case TABLE -> table(columns, items);
        }
        boolean more = !page.path("next").asString("").isEmpty();
        if (more && output != Output.JSON) terminal.tell(texts.of("more"));
    }

    /** One thing: its properties below one another. */
    public void one(List<Column> columns, JsonNode item) {
        switch (output) {
            case JSON -> terminal.pass(item.toString());
            case CSV -> csv(columns, List.of(item));
            case TABLE -> card(columns, item);
        }
    }

    /** A sentence where people read; the API's answer where programs do. */
    public void done(List<Column> columns, JsonNode item, String sentence) {
        if (output == Output.TABLE) terminal.say(sentence);
        else one(columns, item);
    }

    private void csv(List<Column> columns, List<JsonNode> items) {
        StringBuilder text =
                new StringBuilder(Csv.line(columns.stream().map(Column::key).toList()));
        for (JsonNode item : items) {
            text.append(
                    Csv.line(columns.stream().map(column -> column.value(item)).toList()));
        }
        terminal.pass(text.toString());
    }

    private void table(List<Column> columns, List<JsonNode> items) {
        if (items.isEmpty()) {
            terminal.tell(texts.of("nothing"));
            return;
        }
        List<Column> shown = columns.stream()
                .filter(column -> column.kind() != Column.Kind.DETAIL)
                .toList();
        List<String> headings = shown.stream().map(this::heading).toList();
        List<List<Cell>> rows = items.stream()
                .map(item -> shown.stream().map(column -> cell(column, item)).toList())
                .toList();
        new Table(terminal).print(headings, rows);
    }

    private void card(List<Column> columns, JsonNode item) {
        List<List<Cell>> rows = columns.stream()
                .filter(column -> !column.value(item).isEmpty())
                .map(column -> List.of(new Cell(heading(column), ""), cell(column, item)))
                .toList();
        new Table(terminal).print(List.of(texts.of("heading.property"), texts.of("heading.value")), rows);
    }

    private String heading(Column column) {
        return texts.of("heading." + column.key());
    }

    private Cell cell(Column column, JsonNode item) {
        String value = column.value(item);
        return switch (column.kind()) {
            case TEXT, DETAIL, MONEY -> new Cell(value, "");
            case WORD -> new Cell(texts.word("word", value), value);
            case TIME -> new Cell(time(value), "");
            case YES_NO ->
                new Cell(value.isEmpty() ? "" : texts.word("word", value), value.equals("true") ? column.key() : "");
        };
    }

    private String time(String value) {
        try {
            return value.isEmpty() ? "" : TIME.format(Instant.parse(value).atZone(zone));
        } catch (DateTimeParseException otherwise) {
            return value;
        }
    }
}
