package io.moorage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.StoredEvents;
import io.moorage.testkit.Samples;
import io.moorage.testkit.Samples.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredEventsTest {
    private final StoredEvents events = IdentityApplication.storedEvents();
    private final EventJson json = new EventJson();

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void todays_code_reads_and_writes_every_event_as_it_was_stored(Sample sample) {
        Object event = json.read(sample.json(), events.classOf(sample.event()));
        assertThat(event).hasNoNullFieldsOrProperties();
        assertThat(json.write(event)).isEqualTo(sample.json());
    }

    @Test
    void every_stored_event_has_a_sample() {
        assertThat(samples()).extracting(Sample::event).containsAll(events.names());
    }
}
