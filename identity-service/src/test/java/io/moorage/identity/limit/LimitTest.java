package io.moorage.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void a_limit_is_written_as_times_per_time() {
        Limit limit = Limit.of(" 10/PT1H ");

        assertThat(limit).isEqualTo(new Limit(10, Duration.ofHours(1)));
        assertThat(limit.share()).isEqualTo(Duration.ofMinutes(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0/PT1H", "-1/PT1H", "1/PT0S", "many/PT1H"})
    void what_limits_nothing_is_no_limit(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(text));
    }
}
