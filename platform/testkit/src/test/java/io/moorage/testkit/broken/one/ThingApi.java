package io.moorage.testkit.broken.one;

import io.moorage.testkit.TestTokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets a stored event out, speaks to Kafka, and knows the tests. */
class ThingApi {
    ThingEvent.Happened get(ConsumerRecord<String, String> record) {
        return new ThingEvent.Happened(record.value() + TestTokens.ISSUER);
    }
}
