package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder;

    @Test
    void a_port_once_chosen_is_kept() {
        int chosen = new Ports(folder.resolve("ports")).get("kafka");

        assertThat(new Ports(folder.resolve("ports")).get("kafka")).isEqualTo(chosen);
        assertThat(new Ports(folder.resolve("ports")).getFree("kafka")).isEqualTo(chosen);
        assertThat(Ports.isFree(chosen)).isTrue();
    }

    @Test
    void no_two_parts_get_the_same_port() {
        Ports ports = new Ports(folder.resolve("ports"));

        assertThat(java.util.stream.IntStream.range(0, 100).map(n -> ports.get("part-" + n)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_port_that_somebody_took_is_replaced_before_a_start() throws Exception {
        Ports ports = new Ports(folder.resolve("ports"));
        int before = ports.get("kafka");
        try (ServerSocket taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
            assertThat(ports.get("kafka")).as("asking changes nothing").isEqualTo(before);
            assertThat(ports.getFree("kafka")).isNotEqualTo(before);
        }
    }
}
