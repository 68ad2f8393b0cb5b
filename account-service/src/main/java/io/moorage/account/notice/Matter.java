package io.moorage.account.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.account.notice.MatterCommand.AddNotice;
import io.moorage.account.notice.MatterEvent.NoticeAdded;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What notices are about: an action, a top-up, a server's life. It knows what was told of it last. */
@AggregateRoot(type = "matter")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Matter {
    @AggregateIdentifier
    private String matter;

    private String toldLast = "";
    private Map<String, String> parameters = Map.of();

    Matter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddNotice add) {
        if (isToldAlready(add) || !isWorthTelling(add.code())) return;
        apply(new NoticeAdded(
                add.matter(),
                add.noticeId(),
                add.account(),
                add.code().severity(),
                add.code().code(),
                add.parameters(),
                add.link(),
                add.at()));
    }

    private boolean isToldAlready(AddNotice add) {
        return toldLast.equals(add.code().code()) && parameters.equals(add.parameters());
    }

    private boolean isWorthTelling(NoticeCode code) {
        return switch (code.when()) {
            case ALWAYS -> true;
            case FIRST -> toldLast.isEmpty();
            case LATER -> !toldLast.isEmpty();
        };
    }

    @EventSourcingHandler
    void evolve(NoticeAdded event) {
        matter = event.matter();
        toldLast = event.code();
        parameters = event.parameters();
    }
}
