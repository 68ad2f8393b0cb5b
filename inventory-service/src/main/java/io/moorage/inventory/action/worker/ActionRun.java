package io.moorage.inventory.action.worker;

import io.moorage.eventstore.Commands;
import io.moorage.inventory.action.ServerActionCommand;
import io.moorage.inventory.action.ServerActionCommand.BeginAction;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RecordProgress;
import io.moorage.inventory.action.ServerActionCommand.TimeOutAction;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.Outcome;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Step.Ended;
import io.moorage.inventory.action.driver.Step.Going;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One worker's run at one action: read where it stands, take a step, store it; until it has ended or is somebody else's. */
final class ActionRun {
    private static final Logger LOG = LoggerFactory.getLogger(ActionRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Percent; less isn't worth an event. */
    private static final int NOTEWORTHY = 5;
    /** Actions in any number leave the database to the requests of customers most of the time. */
    private static final Semaphore TURNS = new Semaphore(8);

    private final String actionId;
    private final Tools tools;
    private final CountDownLatch stopping;
    private ActionFault lastTrouble = ActionFault.MACHINE_TOO_SLOW;
    private int failures;

    @Component
    record Tools(
            Claims claims,
            OpenActions actions,
            Machines machines,
            ServerFacts facts,
            Commands commands,
            TimeLimits limits,
            Clock clock) {}

    /** @param stopping is down when no further step is to be taken */
    ActionRun(String actionId, Tools tools, CountDownLatch stopping) {
        this.actionId = actionId;
        this.tools = tools;
        this.stopping = stopping;
    }

    /** Returns when there is nothing left to do for this worker: it has ended, is somebody else's, or the worker stops. */
    void run() throws InterruptedException {
        while (tools.claims().isHeldFor(actionId, Machines.LONGEST_STEP)) {
            Optional<Duration> pause = goOn();
            if (pause.isEmpty() || stopping.await(pause.get().toMillis(), TimeUnit.MILLISECONDS)) {
                tools.claims().release(actionId);
                return;
            }
        }
        LOG.warn("Action {} has fallen to another worker", actionId);
    }

    /** @return how long to wait before going on; empty if it has ended */
    private Optional<Duration> goOn() throws InterruptedException {
        try {
            OpenAction action = stored().orElse(null);
            return action == null
                    ? Optional.empty()
                    : Optional.of(action.trace().call(() -> goOn(action)));
        } catch (InterruptedException e) {
            throw e;
        } catch (DriverTrouble e) {
            LOG.info("Action {} waits for its machine: {}", actionId, e.getMessage());
            lastTrouble = e.fault();
        } catch (Exception e) {
            LOG.warn("Action {} can't be gone on with for the moment", actionId, e);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 5));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private Duration goOn(OpenAction action) throws InterruptedException {
        if (action.startedAt() == null) return sent(new BeginAction(actionId, now()), Duration.ZERO);
        if (action.startedAt().plus(tools.limits().of(action.type())).isBefore(now())) return giveUp(action);
        Step step = tools.machines().advance(action, action.cancelling());
        failures = 0;
        lastTrouble = ActionFault.MACHINE_TOO_SLOW;
        return switch (step) {
            case Ended ended -> end(action, ended);
            case Going going -> store(action, going);
        };
    }

    /** The server learns of it first: as long as the action hasn't ended, no other one can overtake the news. */
    private Duration end(OpenAction action, Ended ended) throws InterruptedException {
        if (ended.outcome() == Outcome.SUCCEEDED) tools.facts().record(action);
        return sent(new RecordOutcome(actionId, ended.outcome(), ended.fault(), now()), Duration.ZERO);
    }

    private Duration store(OpenAction action, Going going) throws InterruptedException {
        boolean isNews = !going.checkpoint().equals(action.checkpoint())
                || going.cancellable() != action.cancellable()
                || going.progress() >= action.progress() + NOTEWORTHY;
        if (!isNews) return going.pause();
        RecordProgress progress = new RecordProgress(
                actionId,
                action.step() + 1,
                going.checkpoint(),
                going.progress(),
                going.cancellable(),
                action.cancelling(),
                now());
        return sent(progress, going.pause());
    }

    /** First the machine is asked to let it be, so that it does nothing any more when the server is free for others. */
    private Duration giveUp(OpenAction action) throws InterruptedException {
        ActionFault fault = lastTrouble;
        try {
            if (tools.machines().advance(action, true) instanceof Ended ended
                    && (ended.outcome() != Outcome.CANCELLED || action.cancelling())) return end(action, ended);
        } catch (DriverTrouble e) {
            fault = e.fault();
        }
        return sent(new TimeOutAction(actionId, fault, now()), Duration.ZERO);
    }

    private Duration sent(ServerActionCommand command, Duration pause) throws InterruptedException {
        TURNS.acquire();
        try {
            tools.commands().send(command);
            return pause;
        } finally {
            TURNS.release();
        }
    }

    private Optional<OpenAction> stored() throws InterruptedException {
        TURNS.acquire();
        try {
            return tools.actions().find(actionId);
        } finally {
            TURNS.release();
        }
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
