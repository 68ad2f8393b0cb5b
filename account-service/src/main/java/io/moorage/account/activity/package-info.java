/**
 * The action log (product book §3, §10): every action by every user on every service, refusals too, as the gateway wrote
 * it down before it forwarded the request (ADR 11). Plain rows, numbered per account, each with the SHA-256 of itself and
 * of the row before it; a changed, removed or missing one shows in {@code GET /activity/verification}. Whoever could
 * rewrite a whole chain still can't rewrite what others were told: at most once a minute {@code ActivityCheckpointed}
 * publishes where an account's chain stands.
 *
 * <p>Login and address are personal data and erasable: the chain holds a commitment to them, the SHA-256 of a random salt
 * and both. Erasing sets login, address and salt to null; the commitment stays, so the chain still fits, and without the
 * salt nobody finds out by trying what it stood for. As long as they are there they are checked against it.
 *
 * <p>Users with {@code account:manage} see what all users did for the account, others what they did themselves.
 */
@NullMarked
package io.moorage.account.activity;

import org.jspecify.annotations.NullMarked;
