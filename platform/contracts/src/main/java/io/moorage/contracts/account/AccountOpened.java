package io.moorage.contracts.account;

import io.moorage.contracts.PublicEvent;

/** An account was opened for its owner (a user id), under a handle, in the currency it is kept in. */
public record AccountOpened(String account, String owner, String kind, String currency) implements PublicEvent {}
