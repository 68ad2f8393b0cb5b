package io.moorage.keycloak.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageTest {

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "299, 4 min 59 s", "3600, 60 min 0 s"})
    void a_wait_is_said_in_minutes_and_seconds(long seconds, String words) {
        assertThat(CodePage.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
