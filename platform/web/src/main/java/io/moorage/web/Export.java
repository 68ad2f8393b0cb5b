package io.moorage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole list as a file, however long: CSV (RFC 4180), XLSX, or a JSON array of the items as the list shows them. It is
 * read a page at a time, each in a query of its own, and sent as it is read: nothing is held in memory, and whoever reads
 * slowly holds no transaction. What changes meanwhile may be there as it was or as it is.
 *
 * <p>An endpoint has a method for each format, chosen by what the client accepts, as {@code produces = Export.CSV}. If
 * reading fails when part of the file is out, the connection breaks off, so that no half file looks whole.
 */
public final class Export {
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How many items to read at once. */
    public static final int PAGE = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Export.class);

    private final JsonMapper json;

    Export(JsonMapper json) {
        this.json = json;
    }

    /**
     * A list read in pages, in an order that stays.
     *
     * @param <T> an item
     */
    public interface Pages<T> {
        /** The items after that one, or the first ones; none at the end. */
        List<T> after(@Nullable T last);

        /** The same list, its items shown as something else; it can be read once, from its beginning. */
        default <S> Pages<S> shownAs(Function<List<T>, List<S>> show) {
            return new Pages<>() {
                private @Nullable T reached;

                @Override
                public List<S> after(@Nullable S last) {
                    List<T> read = Pages.this.after(reached);
                    if (!read.isEmpty()) reached = read.getLast();
                    return show.apply(read);
                }
            };
        }
    }

    /**
     * A column of a table.
     *
     * @param title in the first row; stable, since scripts read it
     * @param value numbers and times stay what they are, anything else is written as text; null leaves the cell empty
     */
    public record Column<T>(String title, Function<T, ? extends @Nullable Object> value) {}

    /** @param name of the file, without its ending */
    public <T> void csv(String name, List<Column<T>> columns, Pages<T> pages, HttpServletResponse response) {
        send(pages, response, out -> {
            download(response, new MediaType(MediaType.parseMediaType(CSV), StandardCharsets.UTF_8), name + ".csv");
            return new CsvRows<>(columns, out);
        });
    }

    /** @param name of the file, without its ending, and of the sheet in it */
    public <T> void xlsx(String name, List<Column<T>> columns, Pages<T> pages, HttpServletResponse response) {
        send(pages, response, out -> {
            download(response, MediaType.parseMediaType(XLSX), name + ".xlsx");
            return new XlsxRows<>(name, columns, out);
        });
    }

    public <T> void json(Pages<T> pages, HttpServletResponse response) {
        send(pages, response, out -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            return new JsonRows<>(json, out);
        });
    }

    private static void download(HttpServletResponse response, MediaType type, String fileName) {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
    }

    private static <T> void send(Pages<T> pages, HttpServletResponse response, Format<T> format) {
        List<T> page = pages.after(null); // before anything is said about a file, so that a failure can still be told
        try {
            Rows<T> rows = format.on(response.getOutputStream());
            while (!page.isEmpty()) {
                for (T item : page) rows.write(item);
                rows.flush();
                page = pages.after(page.getLast());
            }
            rows.end();
        } catch (IOException e) {
            LOG.debug("Whoever asked for an export has stopped reading it", e);
        }
    }

    private interface Format<T> {
        Rows<T> on(OutputStream out) throws IOException;
    }

    /** A file under way. */
    interface Rows<T> {
        void write(T item) throws IOException;

        /** Sends what was written so far. */
        void flush() throws IOException;

        void end() throws IOException;
    }
}
