package io.moorage.inventory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @Test
    void tags_are_trimmed_and_each_is_there_once_whatever_its_case() {
        assertThat(Tags.of(List.of("  web ", "Web", "été", "e\u0301te\u0301", "a b"))
                        .words())
                .containsExactly("web", "été", "a b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "   ",
                "<script>alert(1)</script>",
                "=1+1",
                "+1",
                "@sum",
                "a,b",
                "a\tb",
                "a\u0000b",
                "'; drop table server; --",
                "100%",
                "a\\b",
                "\uD800",
                "123456789012345678901234567890123"
            })
    void what_is_no_tag_is_refused(String text) {
        assertThatExceptionOfType(ServerRefused.class)
                .isThrownBy(() -> Tags.of(Arrays.asList("web", text)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("tag-invalid");
                    assertThat(refused.pointer()).isEqualTo("/tags/1");
                });
    }

    @Test
    void twenty_tags_of_thirty_two_characters_are_the_most() {
        assertThat(Tags.of(List.of("𝒙".repeat(32))).words()).hasSize(1);
        assertThat(Tags.of(Collections.nCopies(20, "a")).words()).hasSize(1);
        assertThatExceptionOfType(ServerRefused.class)
                .isThrownBy(() -> Tags.of(Collections.nCopies(21, "a")))
                .withMessage("too-many-tags");
    }
}
