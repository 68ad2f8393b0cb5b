package io.moorage.inventory.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8::0001, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "10:0:0:100:0:0:0:1, 10:0:0:100::1"
    })
    void an_address_is_written_in_one_way(String given, String text) {
        assertThat(Ip.of(given)).contains(new Ip(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "192.0.2", "192.0.2.256", "1.2.3.4.5", "beef", "::g", "1::2::3", "localhost", "0x7f.1"})
    void what_is_no_whole_address_is_none(String text) {
        assertThat(Ip.of(text)).isEmpty();
    }

    @Test
    void a_network_is_all_its_addresses() {
        assertThat(Ip.network("192.0.2.77/26")).contains(new Ip.Range("192.0.2.64", "192.0.2.127"));
        assertThat(Ip.network("0.0.0.0/0")).contains(new Ip.Range("0.0.0.0", "255.255.255.255"));
        assertThat(Ip.network("2001:db8::/127")).contains(new Ip.Range("2001:db8::", "2001:db8::1"));
        assertThat(Ip.network("192.0.2.0/33")).isEmpty();
        assertThat(Ip.network("192.0.2.0/")).isEmpty();
        assertThat(Ip.network("192.0.2.0/-1")).isEmpty();
        assertThat(Ip.network("/24")).isEmpty();
    }
}
