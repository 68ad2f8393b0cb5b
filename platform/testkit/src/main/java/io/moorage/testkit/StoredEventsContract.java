package io.moorage.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.Samples.Sample;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds a service's stored events to their committed samples. */
public interface StoredEventsContract {

    /** The names of all that the service stores. */
    Set<String> names();

    /** As the service reads it from its log. */
    Object read(Sample sample);

    /** As the service writes it into its log. */
    String write(Object event);

    /** The revision that the service writes. */
    String revision(Object event);

    @ParameterizedTest
    @MethodSource("io.moorage.testkit.Samples#all")
    default void todays_code_reads_every_event_ever_stored_and_writes_todays_form(Sample sample) {
        Object event = read(sample);
        assertThat(event).hasNoNullFieldsOrProperties();
        if (revision(event).equals(sample.revision())) assertThat(write(event)).isEqualTo(sample.json());
    }

    @Test
    default void every_stored_event_has_a_sample() {
        assertThat(Samples.all()).extracting(Sample::event).containsAll(names());
    }
}
