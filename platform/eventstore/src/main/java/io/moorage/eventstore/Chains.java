package io.moorage.eventstore;

import io.moorage.eventstore.Verification.Damage;
import io.moorage.eventstore.Verification.Finding;
import io.moorage.eventstore.Verification.Link;
import io.moorage.eventstore.Verification.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows aggregates' events, one aggregate after the other, each in its order, and tells what doesn't fit. */
final class Chains {
    private static final int LISTED = 100;

    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long events;
    private long aggregates;
    private @Nullable Link previous;
    /** The previous event isn't where it was written, so this one's hash can't fit and says nothing. */
    private boolean displaced;

    void next(Link link) {
        Link before = previous;
        if (before == null || !before.aggregate().equals(link.aggregate())) {
            endAggregate();
            before = null;
            displaced = false;
            aggregates++;
        }
        events++;
        long expected = before == null ? 0 : before.n() + 1;
        boolean outOfOrder = before != null && link.position().compareTo(before.position()) < 0;
        if (link.n() != expected) add(link.aggregate(), expected, Damage.REMOVED);
        else if (before != null && outOfOrder) reordered(before, link);
        else if (!displaced && !link.intact() || differsFromHead(link)) add(link.aggregate(), link.n(), Damage.EDITED);
        displaced = outOfOrder;
        previous = link;
    }

    private static boolean differsFromHead(Link link) {
        var head = link.head();
        return head != null && head.n() == link.n() && !Arrays.equals(head.hash(), link.hash());
    }

    /** The event before has just been taken for an edited one, since its hash didn't fit: it was moved. */
    private void reordered(Link before, Link link) {
        Finding moved = new Finding(before.aggregate(), before.n(), Damage.EDITED);
        if (!findings.isEmpty() && findings.getLast().equals(moved))
            findings.set(findings.size() - 1, new Finding(before.aggregate(), before.n(), Damage.REORDERED));
        add(link.aggregate(), link.n(), Damage.REORDERED);
    }

    /** An aggregate of which nothing is left but its head. */
    void missing(String aggregate) {
        add(aggregate, 0, Damage.CUT_OFF);
    }

    private void endAggregate() {
        Link last = previous;
        if (last != null && last.head() != null && last.head().n() > last.n())
            add(last.aggregate(), last.n() + 1, Damage.CUT_OFF);
    }

    private void add(String aggregate, long n, Damage what) {
        found++;
        if (findings.size() < LISTED) findings.add(new Finding(aggregate, n, what));
    }

    Report end() {
        endAggregate();
        return new Report(events, aggregates, found, List.copyOf(findings));
    }
}
