/**
 * Accounts: customers' and the provider's own. Every user has one, opened as soon as identity-service has seen them,
 * whatever is repeated or comes at once. It is known by its handle, which is derived from the user's id, so that the same
 * people get the same handles on every fresh system (product book §1).
 */
@NullMarked
package io.moorage.account.account;

import org.jspecify.annotations.NullMarked;
