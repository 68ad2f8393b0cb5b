package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void options_and_their_values_are_understood() {
        Arguments arguments = Arguments.parse(
                "up", "--detach", "--scale", "billing=2", "--scale", "account=3", "--only", "kafka,postgres");

        assertThat(arguments.command()).isEqualTo("up");
        assertThat(arguments.has("--detach")).isTrue();
        assertThat(arguments.has("--clean")).isFalse();
        assertThat(arguments.scale()).isEqualTo(Map.of("billing", 2, "account", 3));
        assertThat(arguments.only()).isEqualTo(List.of("kafka", "postgres"));
    }

    @Test
    void without_a_word_it_helps() {
        assertThat(Arguments.parse().command()).isEqualTo("help");
        assertThat(Arguments.parse("--help").command()).isEqualTo("help");
    }

    @Test
    void logs_may_name_parts() {
        assertThat(Arguments.parse("logs", "billing", "-f").operands()).isEqualTo(List.of("billing"));
    }

    @Test
    void parked_work_is_listed_or_settled() {
        assertThat(Arguments.parse("parked").operands()).isEmpty();
        assertThat(Arguments.parse("parked", "billing").operands()).isEqualTo(List.of("billing"));
        assertThat(Arguments.parse("parked", "billing", "retry", "all").operands())
                .isEqualTo(List.of("billing", "retry", "all"));
    }

    @Test
    void benchmarks_may_be_named_and_told_how_long_to_measure() {
        Arguments arguments = Arguments.parse("bench", "P1", "P3", "--pairs=7", "--quick");

        assertThat(arguments.operands()).isEqualTo(List.of("P1", "P3"));
        assertThat(arguments.flags()).containsExactlyInAnyOrder("--pairs=7", "--quick");
    }

    @ParameterizedTest
    @CsvSource({
        "fly, Unknown command",
        "up --fast, Unknown option",
        "up kafka, means nothing to up",
        "up --scale, needs a value",
        "up --scale=2, Unknown option",
        "bench --pairs, Unknown option",
        "up --scale kafka=2, --scale takes a service",
        "up --scale billing=0, --scale takes a service",
        "up --scale billing, --scale takes a service",
        "stop, stop needs the name of one part",
        "start a b, start needs the name of one part",
        "parked billing retry, 'Say: ./moorage parked [service]'",
        "parked billing burn x, 'Say: ./moorage parked [service]'",
        "parked billing drop all, 'Say: ./moorage parked [service]'"
    })
    void what_makes_no_sense_is_refused_in_one_line(String line, String reason) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }
}
