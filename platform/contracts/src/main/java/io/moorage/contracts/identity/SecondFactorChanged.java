package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A user's second factor changed: {@code factor} is {@code phone}, {@code totp}, {@code passkey} or {@code recovery-codes}; {@code change} is {@code added}, {@code changed}, {@code removed} or, where that uses it up, {@code used}. The attribute {@code account} is the user's own. */
public record SecondFactorChanged(String userId, String factor, String change) implements PublicEvent {}
