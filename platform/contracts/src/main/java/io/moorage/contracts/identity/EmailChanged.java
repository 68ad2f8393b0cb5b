package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user's e-mail address changed. The address is personal data and isn't told here. */
public record EmailChanged(String userId) implements PublicEvent {}
