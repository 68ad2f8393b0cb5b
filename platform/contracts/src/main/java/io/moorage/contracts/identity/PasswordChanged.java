package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user chose another password. */
public record PasswordChanged(String userId) implements PublicEvent {}
