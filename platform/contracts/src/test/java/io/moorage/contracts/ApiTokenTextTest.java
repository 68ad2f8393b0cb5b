package io.moorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTextTest {
    private final String token = ApiTokenText.fresh(new SecureRandom());

    @Test
    void a_fresh_one_is_well_formed_and_different_from_others() {
        assertThat(token).matches("mo_[0-9A-Za-z]{49}");
        assertThat(ApiTokenText.isWellFormed(token)).isTrue();
        assertThat(ApiTokenText.fresh(new SecureRandom())).isNotEqualTo(token);
    }

    @Test
    void one_mistyped_sign_shows() {
        for (int i = 3; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(ApiTokenText.isWellFormed(mistyped)).as(mistyped).isFalse();
        }
    }

    @Test
    void none_of_ten_thousand_guesses_is_well_formed() {
        Random random = new Random(20261127);
        long wellFormed = IntStream.range(0, 10_000)
                .mapToObj(i -> random.ints(49, 0, 36).mapToObj(n -> Integer.toString(n, 36)))
                .map(signs -> "mo_" + String.join("", signs.toList()))
                .filter(ApiTokenText::isWellFormed)
                .count();
        assertThat(wellFormed).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mo_", "mo_short", "xx_0000000000000000000000000000000000000000000000000"})
    void what_has_another_shape_is_none(String text) {
        assertThat(ApiTokenText.isWellFormed(text)).isFalse();
    }
}
