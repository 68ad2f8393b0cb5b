package io.moorage.bench.service;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.messaging.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Publishes what was counted, under the name of a public event of the same shape. */
@Component
@ConditionalOnProperty("bench.publishes")
class CounterPublisher implements PublishedEvents {
    @Override
    public String service() {
        return "billing";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return stored instanceof CounterEvent.Counted counted ? new TopUpExpired(counted.token(), counted.id()) : null;
    }
}
