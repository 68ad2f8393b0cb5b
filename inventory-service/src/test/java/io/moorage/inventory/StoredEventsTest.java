package io.moorage.inventory;

import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.StoredEvents;
import io.moorage.testkit.Samples.Sample;
import io.moorage.testkit.StoredEventsContract;
import java.util.Set;

class StoredEventsTest implements StoredEventsContract {
    private final StoredEvents events = InventoryApplication.storedEvents();
    private final EventJson json = new EventJson();

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
