package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moorage.eventstore.counter.Counter.CounterEvent;
import io.moorage.eventstore.counter.Counter.CounterEvent.Counted;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.Samples;
import io.moorage.testkit.Samples.Sample;
import io.moorage.testkit.StoredEventsContract;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredEventsTest implements StoredEventsContract {
    private final StoredEvents events = CounterApplication.storedEvents();
    private final EventJson json = new EventJson();

    @Test
    void an_event_of_an_older_form_is_brought_up_to_todays() {
        Sample old = Samples.all().stream()
                .filter(sample -> sample.revision().equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(old.json()).doesNotContain("by");
        assertThat(read(old)).isEqualTo(new Counted("c-1", 7, 1));
    }

    @Test
    void an_event_that_nothing_brings_up_to_todays_form_is_not_read_as_if_it_were() {
        StoredEvents without = StoredEvents.of(CounterEvent.class);
        assertThatThrownBy(() -> without.read("Counted", "1", "{\"id\":\"c\",\"value\":1}", json))
                .hasMessageContaining("No upcaster for Counted from revision 1");
    }

    @Override
    public Set<String> names() {
        return events.names();
    }

    @Override
    public Object read(Sample sample) {
        return events.read(sample.event(), sample.revision(), sample.json(), json);
    }

    @Override
    public String write(Object event) {
        return json.write(event);
    }

    @Override
    public String revision(Object event) {
        return events.revisionOf(event.getClass());
    }
}
