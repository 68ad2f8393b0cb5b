package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_page_that_is_full_says_where_the_next_begins() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, number -> Integer.toString(number));
        assertThat(page.items()).containsExactly(1, 2);
        Integer next = Cursor.decode(page.next(), Integer::valueOf);
        assertThat(next).isEqualTo(2);
    }

    @Test
    void the_last_page_says_that_it_is_the_last() {
        assertThat(Page.of(List.of(1, 2), 2, number -> "").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "YWJj", "____", "gICA"})
    void what_was_not_given_out_is_refused(String cursor) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Cursor.decode(cursor, Integer::valueOf))
                .withMessage("cursor-invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void a_page_holds_one_to_two_hundred_items(int limit) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Cursor.limit(limit))
                .withMessage("limit-invalid");
        assertThat(Cursor.limit(1)).isEqualTo(1);
        assertThat(Cursor.limit(200)).isEqualTo(200);
        assertThat(Cursor.limit(null)).isEqualTo(50);
    }
}
