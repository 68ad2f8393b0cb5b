package io.moorage.testkit.broken.two;

import io.moorage.testkit.broken.one.ThingEvent;

/** Named after nothing in the field, and part of a cycle. */
public class ThingManager {
    ThingEvent last = new ThingEvent.Happened("");
}
