package io.moorage.inventory.action.worker;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Work;
import io.moorage.inventory.action.driver.power.Power;
import io.moorage.inventory.action.driver.power.PowerSequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Machines with a power switch that remember each time they felt it, in place of the simulated ones; and a worker's death
 * at a step that the test chooses, before or after what the step does.
 */
final class CountingMachines implements ServerDriver {
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final AtomicInteger steps = new AtomicInteger();
    private volatile String victim = "";
    private volatile int deadlyStep;
    private volatile boolean afterItsEffect;
    private volatile boolean killed;

    /** What ends a thread without a chance to tidy up. */
    private static final class Killed extends Error {
        Killed() {
            super("killed by the test", null, false, false);
        }
    }

    private static final class Machine implements Power {
        private final List<String> felt = new CopyOnWriteArrayList<>();
        private final AtomicInteger asked = new AtomicInteger();
        private boolean isOn = true;
        private volatile boolean obedient = true;

        @Override
        public synchronized boolean isOn() {
            asked.incrementAndGet();
            return isOn;
        }

        @Override
        public void on() {
            turn(true);
        }

        @Override
        public void off() {
            turn(false);
        }

        private synchronized void turn(boolean on) {
            if (isOn == on || !obedient) return;
            isOn = on;
            felt.add(on ? "on" : "off");
        }
    }

    /** Kills whoever takes that step with that server. */
    void killAt(String server, int step, boolean after) {
        victim = server;
        deadlyStep = step;
        afterItsEffect = after;
    }

    boolean hasKilled() {
        return killed;
    }

    void hang(String server) {
        hanging.add(server);
    }

    void keepOn(String server) {
        machine(server).obedient = false;
    }

    void obey(String server) {
        machine(server).obedient = true;
    }

    int asked(String server) {
        return machine(server).asked.get();
    }

    List<String> effects(String server) {
        return machine(server).felt;
    }

    private Machine machine(String server) {
        return machines.computeIfAbsent(server, key -> new Machine());
    }

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public Step advance(Work work, String checkpoint) {
        boolean deadly = work.server().equals(victim) && steps.incrementAndGet() == deadlyStep;
        if (deadly && !afterItsEffect) die();
        if (hanging.contains(work.server())) hangOn();
        Step step = PowerSequence.advance(work, checkpoint, machine(work.server()));
        if (deadly) die();
        return step;
    }

    private void die() {
        killed = true;
        throw new Killed();
    }

    private static void hangOn() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "It hung");
        }
    }
}
