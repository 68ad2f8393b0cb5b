package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** The tags of a server were changed for an account. What they say is told by the API. */
public record ServerTagsChanged(String server, String account) implements PublicEvent {}
