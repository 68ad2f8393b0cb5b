package io.moorage.inventory.action.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.inventory.StubMachines;
import io.moorage.inventory.StubMachines.Mood;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.ServerDriverContract;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Step.Going;
import io.moorage.inventory.action.driver.Work;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class SimulatedDriverTest implements ServerDriverContract {
    private final ServerDriver driver =
            new SimulatedDriver(new MachineClient(RestClient.builder(), StubMachines.url(), StubMachines.API_KEY));
    private String machine = "";

    @BeforeEach
    void a_machine_that_is_on() {
        machine = "m-" + UUID.randomUUID();
    }

    @Override
    public ServerDriver driver() {
        return driver;
    }

    @Override
    public String address() {
        return machine;
    }

    @Override
    public boolean isOn() {
        return StubMachines.isOn(machine);
    }

    @Override
    public List<String> effects() {
        return StubMachines.effects(machine);
    }

    @Override
    public List<String> oneReboot() {
        return List.of("reboot");
    }

    @Override
    public boolean installs() {
        return true;
    }

    @Override
    public void machineIsAway(boolean away) {
        StubMachines.away(away);
    }

    @Test
    void a_machine_that_says_it_is_done_and_is_not_is_not_believed() {
        StubMachines.mood(machine, Mood.LYING);
        Work work = work(ActionType.POWER_OFF);
        Going ordered = (Going) driver.advance(work, ServerDriver.START);
        assertThatExceptionOfType(DriverTrouble.class)
                .isThrownBy(() -> driver.advance(work, ordered.checkpoint()))
                .extracting(DriverTrouble::fault)
                .isEqualTo(ActionFault.MACHINE_CONTRADICTS_ITSELF);
    }

    @Test
    void a_failure_that_the_machine_reports_is_the_end() {
        StubMachines.mood(machine, Mood.FAILING);
        Work work = work(ActionType.REBOOT);
        Going ordered = (Going) driver.advance(work, ServerDriver.START);
        assertThat(driver.advance(work, ordered.checkpoint())).isEqualTo(Step.failed(ActionFault.MACHINE_FAILED));
    }

    @Test
    void what_the_machine_has_forgotten_is_not_ordered_again() {
        Going ordered = (Going) driver.advance(work(ActionType.REBOOT), ServerDriver.START);
        assertThatExceptionOfType(DriverTrouble.class)
                .isThrownBy(() -> driver.advance(work(ActionType.REBOOT), ordered.checkpoint()));
        assertThat(effects()).isEmpty();
    }
}
