package io.moorage.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.ProblemTexts;
import org.junit.jupiter.api.Test;

class InventoryTextsTest {

    @Test
    void every_problem_is_told_in_french_and_english() {
        assertThat(ProblemTexts.faults("problems/service")).isEmpty();
    }
}
