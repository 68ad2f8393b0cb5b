package io.moorage.account.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @CsvSource({
        "01936a10-0000-7000-8000-0000001e1526, xx11111-mo",
        "01936a10-0000-7000-8001-000004c291bd, zz22222-mo",
        "01936a10-0000-7000-8002-00000510a2c4, cu74110-mo",
        "01936a10-0000-7000-8003-000005000202, pr00000-mo"
    })
    void the_demo_users_have_the_handles_that_documents_and_the_launcher_show(String userId, String handle) {
        assertThat(Handle.derive(userId, 0)).hasToString(handle);
    }

    @Test
    void every_attempt_has_another_handle() {
        Set<Handle> handles = IntStream.range(0, 20)
                .mapToObj(attempt -> Handle.derive("01936a10-0000-7000-8000-0000001e1526", attempt))
                .collect(Collectors.toSet());
        assertThat(handles).hasSize(20);
    }

    @Test
    void handles_spread_over_all_first_letters_and_keep_their_form() {
        Set<Character> firstLetters = IntStream.range(0, 2000)
                .mapToObj(
                        i -> Handle.derive(new UUID(7, i).toString(), 0).text().charAt(0))
                .collect(Collectors.toSet());
        assertThat(firstLetters).hasSize(26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx1111-mo", "XX11111-mo", "xx11111-ov", "xx11111", "x111111-mo", "xx11111-mo "})
    void anything_else_is_no_handle(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Handle(text));
    }
}
