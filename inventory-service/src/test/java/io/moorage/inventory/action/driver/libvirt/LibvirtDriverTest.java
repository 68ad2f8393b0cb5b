package io.moorage.inventory.action.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.InstalledProgram;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.ServerDriverContract;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against libvirt's own daemon with its hypervisor for tests, {@code test:///default}. That one keeps its state as long
 * as somebody is connected: here who listens to what happens to the machine.
 */
@SuppressWarnings("NullAway.Init") // set before the first test
class LibvirtDriverTest implements ServerDriverContract {
    @TempDir
    static Path folder;

    static Process daemon;
    static Process listener;

    @BeforeAll
    static void a_hypervisor() throws IOException {
        InstalledProgram.assumeAll("libvirt-daemon-system libvirt-clients", "libvirtd", "virsh", "stdbuf");
        Files.writeString(folder.resolve("conf"), """
                unix_sock_dir = "%s"
                auth_unix_rw = "none"
                auth_unix_ro = "none"
                """.formatted(folder));
        start();
    }

    private static String connection() {
        return "test+unix:///default?socket=" + folder + "/libvirt-sock";
    }

    private static void start() throws IOException {
        Files.deleteIfExists(folder.resolve("pid"));
        Files.deleteIfExists(folder.resolve("libvirt-sock"));
        daemon = InstalledProgram.start(
                folder, folder.resolve("log"), "libvirtd", "-f", folder + "/conf", "-p", folder + "/pid");
        await().until(() -> Files.exists(folder.resolve("libvirt-sock")));
        Files.deleteIfExists(events());
        listener = InstalledProgram.start(
                folder,
                events(),
                "stdbuf",
                "-oL",
                "virsh",
                "-c",
                connection(),
                "event",
                "--event",
                "lifecycle",
                "--loop");
        await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            order("suspend");
            order("resume");
            return told("Resumed") > 0;
        });
    }

    private static Path events() {
        return folder.resolve("events");
    }

    private static long told(String what) {
        return InstalledProgram.lines(events()).stream()
                .filter(event -> event.contains(what))
                .count();
    }

    private static void order(String order) throws IOException, InterruptedException {
        new ProcessBuilder("virsh", "-q", "-c", connection(), order, "test")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @AfterAll
    static void no_hypervisor() {
        if (listener != null) listener.destroyForcibly();
        if (daemon != null) daemon.destroyForcibly();
    }

    private final ServerDriver driver = new LibvirtDriver(connection());
    private int before;

    /** What is told comes in order: when the resumption is told, everything before it is. */
    @BeforeEach
    void a_machine_that_is_on() throws Exception {
        order("start");
        long resumptions = told("Resumed");
        order("suspend");
        order("resume");
        await().until(() -> told("Resumed") > resumptions);
        before = InstalledProgram.lines(events()).size();
    }

    @Override
    public ServerDriver driver() {
        return driver;
    }

    @Override
    public String address() {
        return "test";
    }

    @Override
    public boolean isOn() {
        try {
            Process state = new ProcessBuilder("virsh", "-q", "-c", connection(), "domstate", "test").start();
            return new String(state.getInputStream().readAllBytes()).contains("running");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<String> effects() {
        List<String> events = InstalledProgram.lines(events());
        return events.subList(before, events.size()).stream()
                .map(event -> event.replaceFirst(".*: (\\w+) .*", "$1"))
                .toList();
    }

    @Override
    public List<String> oneReboot() {
        return List.of("Stopped", "Started");
    }

    @Override
    public boolean installs() {
        return false;
    }

    @Override
    public void machineIsAway(boolean away) {
        try {
            if (!away) start();
            else {
                listener.destroyForcibly().onExit().join();
                daemon.destroyForcibly().onExit().join();
                Files.deleteIfExists(folder.resolve("libvirt-sock"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_no_name_never_reaches_a_command_line() {
        Work work = new Work("a", ActionType.REBOOT, null, "10427", "--all", false);
        assertThat(driver.advance(work, ServerDriver.START)).isEqualTo(Step.failed(ActionFault.MACHINE_NOT_CONNECTED));
    }
}
