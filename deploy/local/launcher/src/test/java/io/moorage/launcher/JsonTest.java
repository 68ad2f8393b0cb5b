package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void what_is_written_reads_back_the_same() {
        Object value = Map.of(
                "text", "a \"quoted\" \\ line\nand \u0001 é",
                "list", List.of(new BigDecimal("1.50"), true, Optional.empty(), Map.of()),
                "empty", List.of());

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @Test
    void a_path_leads_into_objects() {
        Object value = Json.read("{ \"balance\" : { \"amount\": \"50.00\" }, \"gone\": null }");

        assertThat(Json.string(value, "balance.amount")).isEqualTo("50.00");
        assertThat(Json.at(value, "balance.currency")).isEmpty();
        assertThat(Json.at(value, "gone")).isEmpty();
        assertThat(Json.string(value, "gone.further")).isEmpty();
    }

    @Test
    void escapes_are_understood() {
        assertThat(Json.read("\"\\u00e9\\t\\/\"")).isEqualTo("é\t/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{\"a\"}", "[1 2]", "tru", "{} x", "\"open"})
    void what_is_not_json_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
