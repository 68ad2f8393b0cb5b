package io.moorage.inventory.action.driver.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.InstalledProgram;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.ServerDriverContract;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Step.Going;
import io.moorage.inventory.action.driver.Work;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenIPMI's simulator of a baseboard controller, which tells of each change of power by a script. */
@SuppressWarnings("NullAway.Init") // set before the first test
class IpmiDriverTest implements ServerDriverContract {
    private static final String PASSWORD = "secret-of-the-tests";
    private static final String CHASSIS = """
            #!/bin/sh
            cd "$(dirname "$0")"
            case "$1 $2" in
            "get power") echo "power:$(cat power)" ;;
            "set power") [ "$(cat power)" = "$3" ] || { echo "$3" > power; echo "$3" >> effects; } ;;
            esac
            """;
    private static final String CONTROLLER = """
            mc_setbmc 0x20
            mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02
            mc_enable 0x20
            """;
    private static final String LAN = """
            name "machine"
            set_working_mc 0x20
              startlan 1
                addr 127.0.0.1 %d
                priv_limit admin
                allowed_auths_admin none md2 md5 straight
                guid a123456789abcdefa123456789abcdef
              endlan
              chassis_control "%s/chassis"
              user 1 false "" "" user 10 none
              user 2 true "moorage" "%s" admin 10 none md2 md5 straight
            """;

    @TempDir
    static Path folder;

    static int port;
    static Process simulator;

    private final ServerDriver driver = new IpmiDriver("moorage", PASSWORD, "3"); // the simulator knows no newer one

    @BeforeAll
    static void a_controller() throws IOException {
        InstalledProgram.assumeAll("openipmi ipmitool", "ipmi_sim", "ipmitool");
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path script = Files.writeString(folder.resolve("chassis"), CHASSIS);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("controller.emu"), CONTROLLER);
        Files.writeString(folder.resolve("lan.conf"), LAN.formatted(port, folder, PASSWORD));
        start();
    }

    private static void start() {
        simulator = InstalledProgram.start(
                folder,
                folder.resolve("log"),
                "ipmi_sim",
                "-c",
                folder + "/lan.conf",
                "-f",
                folder + "/controller.emu",
                "-s",
                folder.toString(),
                "-n");
    }

    @AfterAll
    static void no_controller() {
        if (simulator != null) simulator.destroyForcibly();
    }

    @BeforeEach
    void a_machine_that_is_on() throws IOException {
        Files.writeString(folder.resolve("power"), "1\n");
        Files.deleteIfExists(folder.resolve("effects"));
    }

    @Override
    public ServerDriver driver() {
        return driver;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean isOn() {
        return InstalledProgram.lines(folder.resolve("power")).equals(List.of("1"));
    }

    @Override
    public List<String> effects() {
        return InstalledProgram.lines(folder.resolve("effects"));
    }

    @Override
    public List<String> oneReboot() {
        return List.of("0", "1");
    }

    @Override
    public boolean installs() {
        return false;
    }

    @Override
    public void machineIsAway(boolean away) {
        if (away) simulator.destroyForcibly().onExit().join();
        else start();
    }

    @Test
    void a_wrong_password_is_trouble_and_is_not_told() {
        ServerDriver stranger = new IpmiDriver("moorage", "wrong-password", "3");
        Going announced = (Going) stranger.advance(work(ActionType.POWER_OFF), ServerDriver.START);
        assertThatExceptionOfType(DriverTrouble.class)
                .isThrownBy(() -> stranger.advance(work(ActionType.POWER_OFF), announced.checkpoint()))
                .withMessageNotContaining("wrong-password");
        assertThat(isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-H", "host;reboot", "host name", "host:port", "$(id)"})
    void what_is_no_address_never_reaches_a_command_line(String address) {
        Work work = new Work("a", ActionType.REBOOT, null, "10427", address, false);
        assertThat(driver.advance(work, ServerDriver.START)).isEqualTo(Step.failed(ActionFault.MACHINE_NOT_CONNECTED));
    }
}
