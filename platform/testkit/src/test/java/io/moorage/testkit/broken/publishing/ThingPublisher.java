package io.moorage.testkit.broken.publishing;

/** A publisher that anybody may call. */
public class ThingPublisher {}
