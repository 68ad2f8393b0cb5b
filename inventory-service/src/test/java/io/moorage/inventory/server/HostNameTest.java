package io.moorage.inventory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "Web.Example.EU., web.example.eu",
        "3com.example, 3com.example",
        "xn--t-fka.example.eu, xn--t-fka.example.eu"
    })
    void a_full_host_name_is_tidied(String given, String name) {
        assertThat(HostName.of(given).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "-web.example.eu",
                "web-.example.eu",
                "we_b.example.eu",
                "web..example.eu",
                "web example.eu",
                "été.example.eu",
                "192.0.2.10",
                "a\u0000.example.eu",
                "<b>.example.eu",
                "a23456789012345678901234567890123456789012345678901234567890abcd.example.eu"
            })
    void what_is_no_host_name_is_refused(String given) {
        assertThatExceptionOfType(ServerRefused.class)
                .isThrownBy(() -> HostName.of(given))
                .withMessage("host-name-invalid");
    }
}
