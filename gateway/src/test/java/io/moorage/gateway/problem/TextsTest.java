package io.moorage.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;

class TextsTest {
    @Test
    void both_languages_have_the_same_texts() {
        assertThat(bundle(Locale.FRENCH).keySet())
                .containsExactlyInAnyOrderElementsOf(bundle(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_title_and_a_detail_in_both_languages(Problem problem) {
        ProblemException exception = new ProblemException(problem);
        for (Language language : Language.values()) {
            assertThat(exception.title(language)).isNotBlank().doesNotContain("{", "''");
            assertThat(exception.detail(language)).isNotBlank().doesNotContain("{", "''");
        }
        assertThat(exception.detail(Language.FR)).isNotEqualTo(exception.detail(Language.EN));
    }

    @Test
    void what_a_problem_is_about_stands_in_its_detail() {
        assertThat(new ProblemException(Problem.SERVICE_UNAVAILABLE, "billing").detail(Language.EN))
                .contains("billing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr|FR", "fr-CA, en;q=0.5|FR", "en|EN", "de, fr;q=0.8, en;q=0.5|FR", "de|EN", "*|EN", ";;;|EN"})
    void the_language_is_the_first_of_ours_that_the_caller_reads(String accepted, Language expected) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        assertThat(Language.accepted(headers)).isEqualTo(expected);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("messages", language);
    }
}
