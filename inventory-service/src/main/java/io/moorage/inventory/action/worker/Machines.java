package io.moorage.inventory.action.worker;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds a server's driver and asks it for a step, for so long as a step may take. */
@Component
class Machines {
    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);
    static final Duration LONGEST_STEP = Duration.ofSeconds(ServerDriver.LONGEST_STEP_SECONDS);

    private final Servers servers;
    private final Map<String, ServerDriver> drivers;

    Machines(Servers servers, List<ServerDriver> drivers) {
        this.servers = servers;
        this.drivers = drivers.stream().collect(Collectors.toMap(ServerDriver::kind, Function.identity()));
    }

    /**
     * @param cancelling whether the machine is asked not to go on
     * @throws DriverTrouble if there is no answer to be had for the moment, whatever the driver's reason
     */
    Step advance(OpenAction action, boolean cancelling) throws InterruptedException {
        Servers.@Nullable Machine machine = servers.machine(action.server()).orElse(null);
        if (machine == null) return Step.failed(ActionFault.MACHINE_NOT_CONNECTED);
        ServerDriver driver = drivers.get(machine.driver());
        if (driver == null) return Step.failed(ActionFault.MACHINE_NOT_CONNECTED);
        return inTime(
                action, () -> driver.advance(action.work(machine.driverAddress(), cancelling), action.checkpoint()));
    }

    /** On a thread of its own, since a driver that hangs may not even notice that it is interrupted. */
    private static Step inTime(OpenAction action, Callable<Step> step) throws InterruptedException {
        FutureTask<Step> call = new FutureTask<>(step);
        Thread.ofVirtual().name("driver " + action.id()).start(call);
        try {
            return call.get(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "No answer in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DriverTrouble trouble) throw trouble;
            if (e.getCause() instanceof Error error) throw error;
            LOG.warn("A driver broke at action {}", action.id(), e.getCause());
            throw new DriverTrouble(ActionFault.MACHINE_FAILED, "The driver broke");
        } finally {
            call.cancel(true);
        }
    }
}
