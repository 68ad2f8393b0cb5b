/**
 * Access to somebody else's account (product book §1 and §2): permissions, on all of its services or on chosen ones, for
 * good or until a day. It begins with an accepted invitation; whoever holds {@code users:manage} on the account changes
 * it and takes it back, and the user themselves may leave. Nobody grants what they don't hold at that moment, whatever
 * their token says, nor changes their own access; the owner has everything and can't be removed. Every change raises
 * the delegation's version, so that tokens of an older one can be told.
 */
@NullMarked
package io.moorage.identity.delegation;

import org.jspecify.annotations.NullMarked;
