package io.moorage.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({"Camille, Durand, Camille Durand", "Camille, '', Camille", "'', Durand, Durand", "'', '', camille"})
    void people_are_shown_by_their_name_or_else_their_login(String firstName, String lastName, String shown) {
        assertThat(new Person("u-1", "camille", "", firstName, lastName, "fr").name())
                .isEqualTo(shown);
    }
}
