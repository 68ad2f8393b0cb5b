package io.moorage.identity.operator;

import io.moorage.identity.operator.delivery.Deliveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The operators of this installation. */
@Component
public class Operators {
    private static final Logger LOG = LoggerFactory.getLogger(Operators.class);
    /** After so long nobody else is asked: somebody waits before a page. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    private final List<Operator> operators;
    private final OperatorHealth health;
    private final Deliveries deliveries;
    private final OperatorMeters meters;

    /**
     * @param operators none, where no installation has any yet
     * @param order names, the preferred one first; those not named come after them
     */
    Operators(
            Optional<List<Operator>> operators,
            @Value("${moorage.operators.order}") List<String> order,
            OperatorHealth health,
            Deliveries deliveries,
            OperatorMeters meters) {
        this.operators = operators.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt((Operator operator) ->
                        order.contains(operator.name()) ? order.indexOf(operator.name()) : order.size()))
                .toList();
        this.health = health;
        this.deliveries = deliveries;
        this.meters = meters;
        this.operators.forEach(meters::watch);
    }

    /**
     * Hands a message to one operator after the other until one takes it.
     *
     * @param last who carried the one before, and comes last: what didn't arrive by them rarely does the second time
     * @return the name of who took it
     * @throws NoOperatorAvailable if none does
     */
    public String hand(Message message, @Nullable String last) {
        long since = System.nanoTime();
        for (Operator operator : candidates(message.channel(), last)) {
            if (takes(operator, message)) return operator.name();
            if (System.nanoTime() - since > LONG_ENOUGH.toNanos()) break;
        }
        throw new NoOperatorAvailable();
    }

    private List<Operator> candidates(Channel channel, @Nullable String last) {
        List<Operator> well = new ArrayList<>();
        List<Operator> unwell = new ArrayList<>();
        List<Operator> lastOfAll = new ArrayList<>();
        for (Operator operator : operators) {
            if (!operator.offers(channel)) continue;
            if (operator.name().equals(last)) lastOfAll.add(operator);
            else if (health.isWell(operator)) well.add(operator);
            else unwell.add(operator);
        }
        well.addAll(unwell);
        well.addAll(lastOfAll);
        return well;
    }

    private boolean takes(Operator operator, Message message) {
        try {
            String reference = operator.hand(message);
            health.worked(operator);
            meters.count(operator, message.channel(), "taken");
            deliveries.handed(operator.name(), reference);
            return true;
        } catch (NotTaken e) {
            LOG.warn(
                    "{} does not take a message by {}: {}",
                    operator.name(),
                    message.channel().code(),
                    e.getMessage());
            if (!e.isForThisMessage()) health.failed(operator);
            meters.count(operator, message.channel(), e.isForThisMessage() ? "refused" : "away");
            return false;
        }
    }
}
