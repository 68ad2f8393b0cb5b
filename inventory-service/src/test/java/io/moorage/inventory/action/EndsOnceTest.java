package io.moorage.inventory.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.inventory.action.ServerActionCommand.BeginAction;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RecordProgress;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.ServerActionCommand.RequestCancellation;
import io.moorage.inventory.action.ServerActionCommand.TimeOutAction;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAdvanced;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAnsweredLate;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** Everything that can be told an action, in any order and any number of times: it ends exactly once. */
class EndsOnceTest {
    private static final int RUNS = 10_000;
    private static final int MOST_COMMANDS = 30;
    private static final Instant AT = Instant.EPOCH;
    private static final AggregateModel<ServerAction> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(ServerAction.class);

    @Test
    void in_ten_thousand_seeded_runs_each_action_ends_exactly_once() throws Exception {
        Set<Outcome> ends = EnumSet.noneOf(Outcome.class);
        int contradicted = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            List<Object> events = run(new Random(seed));
            List<ServerActionFinished> finished = ofType(events, ServerActionFinished.class);
            assertThat(finished).as("ends of run %d: %s", seed, events).hasSize(1);
            int end = events.indexOf(finished.getFirst());
            assertThat(events.subList(end + 1, events.size()))
                    .as("what follows the end of run %d", seed)
                    .allMatch(ServerActionAnsweredLate.class::isInstance)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(ofType(events, ServerActionAdvanced.class))
                    .as("steps of run %d", seed)
                    .extracting(ServerActionAdvanced::step)
                    .doesNotHaveDuplicates()
                    .isSorted();
            ends.add(finished.getFirst().outcome());
            contradicted += ofType(events, ServerActionAnsweredLate.class).size();
        }
        assertThat(ends).as("the runs have seen every end").containsExactlyInAnyOrder(Outcome.values());
        assertThat(contradicted).as("runs with a contradiction").isBetween(RUNS / 4, RUNS);
    }

    private static List<Object> run(Random random) throws Exception {
        List<Object> events = new ArrayList<>();
        EventBus bus = SimpleEventBus.builder().build();
        bus.subscribe(published -> published.stream().map(Message::getPayload).forEach(events::add));
        Callable<ServerAction> requested =
                () -> new ServerAction(new RequestAction("a", "x", "1", ActionType.REBOOT, null, "u", AT));
        EventSourcedAggregate<ServerAction> action =
                EventSourcedAggregate.initialize(requested, MODEL, bus, null, NoSnapshotTriggerDefinition.TRIGGER);
        int commands = random.nextInt(MOST_COMMANDS);
        for (int i = 0; i < commands; i++) tell(action, any(random));
        tell(action, new BeginAction("a", AT)); // whatever it was told, in the end its time is over
        tell(action, new TimeOutAction("a", ActionFault.MACHINE_TOO_SLOW, AT));
        return events;
    }

    private static void tell(EventSourcedAggregate<ServerAction> action, Object command) throws Exception {
        try {
            action.handle(GenericCommandMessage.asCommandMessage(command));
        } catch (ServerActionRefused refused) {
            assertThat(command).isInstanceOf(RequestCancellation.class);
        }
    }

    private static Object any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new BeginAction("a", AT);
            case 2, 3, 4, 5 ->
                new RecordProgress("a", random.nextInt(1, 5), "c", 10, random.nextBoolean(), random.nextBoolean(), AT);
            case 6 -> new RecordOutcome("a", Outcome.SUCCEEDED, null, AT);
            case 7 -> new RecordOutcome("a", Outcome.FAILED, ActionFault.MACHINE_FAILED, AT);
            case 8 -> new RecordOutcome("a", Outcome.CANCELLED, null, AT);
            case 9, 10 -> new RequestCancellation("a", AT);
            default -> new TimeOutAction("a", ActionFault.MACHINE_UNREACHABLE, AT);
        };
    }

    private static <T> List<T> ofType(List<Object> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
