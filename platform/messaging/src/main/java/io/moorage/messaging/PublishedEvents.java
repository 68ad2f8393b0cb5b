package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import org.jspecify.annotations.Nullable;

/** What a service makes public of what it stores: one bean a service. */
public interface PublishedEvents {

    /** The service's name, as {@code billing}: its topic is {@code moorage.billing}. */
    String service();

    /** The public form of a stored event; null keeps it private. Given the same event it always answers the same. */
    @Nullable
    PublicEvent publish(Object stored);
}
