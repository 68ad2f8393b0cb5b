package io.moorage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.ProblemTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"problems/service", "codes"})
    void every_text_is_there_in_french_and_english(String bundle) {
        assertThat(ProblemTexts.faults(bundle)).isEmpty();
    }
}
