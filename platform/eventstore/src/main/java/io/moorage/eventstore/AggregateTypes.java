package io.moorage.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;

/** Which aggregate each command is for. */
final class AggregateTypes {
    private final Map<String, AggregateType<?>> byCommand = new HashMap<>();
    private final CommandTargets targets = new CommandTargets();

    /** @throws IllegalStateException if two aggregates handle the same command */
    AggregateTypes(List<? extends Class<?>> aggregates) {
        for (Class<?> aggregate : aggregates) {
            AggregateType<?> type = new AggregateType<>(aggregate, targets);
            for (String command : type.commands())
                if (byCommand.put(command, type) != null)
                    throw new IllegalStateException("Two aggregates handle " + command);
        }
    }

    AggregateType<?> of(CommandMessage<?> command) {
        AggregateType<?> type = byCommand.get(command.getCommandName());
        if (type == null) throw new NoHandlerForCommandException(command);
        return type;
    }

    String target(CommandMessage<?> command) {
        return targets.resolveTarget(command).getIdentifier();
    }
}
