package io.moorage.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
    private static final List<Export.Column<Thing>> COLUMNS = List.of(
            new Export.Column<>("name", Thing::name),
            new Export.Column<>("amount", Thing::amount),
            new Export.Column<>("at", Thing::at));
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final Export export = new Export(new JsonMapper());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    record Thing(String name, BigDecimal amount, Instant at) {
        static Thing named(String name) {
            return new Thing(name, new BigDecimal("-5.00"), AT);
        }
    }

    @Test
    void a_csv_has_a_line_for_each_item_and_is_offered_as_a_file() {
        export.csv("things", COLUMNS, pages(Thing.named("one"), Thing.named("two")), response);

        assertThat(text()).isEqualTo("""
                name,amount,at
                one,-5.00,2026-11-20T10:00:00Z
                two,-5.00,2026-11-20T10:00:00Z
                """.replace("\n", "\r\n"));
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"things.csv\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1"})
    void a_text_that_a_spreadsheet_would_take_for_a_formula_begins_with_an_apostrophe(String text) {
        assertThat(CsvRows.cell(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void what_has_a_meaning_in_csv_is_quoted() {
        assertThat(CsvRows.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvRows.cell("say \"so\"")).isEqualTo("\"say \"\"so\"\"\"");
        assertThat(CsvRows.cell("one\r\ntwo")).isEqualTo("\"one\r\ntwo\"");
        assertThat(CsvRows.cell("a;=b")).isEqualTo("\"a;=b\"");
        assertThat(CsvRows.cell("=HYPERLINK(\"http://x\",1)")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",1)\"");
        assertThat(CsvRows.cell(null)).isEmpty();
    }

    @Test
    void an_xlsx_holds_texts_as_texts_and_numbers_as_numbers() throws Exception {
        String hostile = "=1+1 <b>&\u0001\uD800 " + "x".repeat(40_000);
        export.xlsx("things", COLUMNS, pages(Thing.named(hostile)), response);

        Document sheet = sheet(1);
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        assertThat(sheet.getElementsByTagName("row").getLength()).isEqualTo(2);
        assertThat(sheet.getElementsByTagName("t").item(3).getTextContent()).startsWith("=1+1 <b>&");
        assertThat(sheet.getElementsByTagName("v").item(0).getTextContent()).isEqualTo("-5.00");
        assertThat(response.getContentType()).isEqualTo(Export.XLSX);
    }

    @Test
    void json_is_an_array_of_the_items() {
        export.json(pages(Thing.named("one"), Thing.named("two")), response);
        assertThat(new JsonMapper().readTree(text()).get(1).get("name").stringValue())
                .isEqualTo("two");
    }

    @Test
    void a_list_without_items_is_a_file_all_the_same() {
        export.json(pages(), response);
        assertThat(text()).isEqualTo("[]");
    }

    @Test
    void a_page_is_asked_for_when_the_one_before_is_out() {
        List<String> asked = new ArrayList<>();
        export.csv(
                "things",
                COLUMNS,
                last -> {
                    asked.add((last == null ? "-" : last.name()) + " "
                            + text().lines().count());
                    return asked.size() > 3 ? List.of() : List.of(Thing.named("n" + asked.size()));
                },
                response);
        assertThat(asked).containsExactly("- 0", "n1 2", "n2 3", "n3 4");
    }

    @Test
    void a_list_that_cannot_be_read_says_nothing_of_a_file() {
        assertThatIllegalStateException()
                .isThrownBy(() -> export.csv(
                        "things",
                        COLUMNS,
                        last -> {
                            throw new IllegalStateException("the database is away");
                        },
                        response));
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void a_list_that_fails_half_way_is_not_ended_as_if_it_were_whole() {
        assertThatIllegalStateException()
                .isThrownBy(() -> export.json(
                        last -> {
                            if (last != null) throw new IllegalStateException("the database went away");
                            return List.of(Thing.named("one"));
                        },
                        response));
        assertThat(response.isCommitted()).isTrue();
        assertThat(text()).doesNotEndWith("]");
    }

    @Test
    void nothing_more_is_read_for_somebody_who_has_gone() {
        List<String> asked = new ArrayList<>();
        var gone = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                });
            }
        };
        export.csv(
                "things",
                COLUMNS,
                last -> {
                    asked.add("page");
                    return List.of(Thing.named("one"));
                },
                gone);
        assertThat(asked).hasSize(1);
    }

    private String text() {
        return new String(response.getContentAsByteArray(), UTF_8);
    }

    /** By the file's directory, as spreadsheets read it. */
    private Document sheet(int number) throws Exception {
        Path file = Files.write(folder.resolve("things.xlsx"), response.getContentAsByteArray());
        try (var zip = new ZipFile(file.toFile());
                var xml = zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + number + ".xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        }
    }

    private static Export.Pages<Thing> pages(Thing... things) {
        return last -> last == null ? List.of(things) : List.of();
    }
}
