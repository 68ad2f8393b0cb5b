package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user of Keycloak was seen for the first time. Who it is stays in Keycloak; {@code userId} refers to it. */
public record UserRegistered(String userId) implements PublicEvent {}
