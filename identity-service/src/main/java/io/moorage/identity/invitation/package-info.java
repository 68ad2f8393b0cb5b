/**
 * Inviting somebody, known by an e-mail address, to act for an account (product book §2). They get a link by e-mail that
 * is good once, for seven days, and only for whoever logs in with that address; accepted, it becomes a delegation. It can
 * be sent again, which kills the link before, and withdrawn. How many go out is limited, for each account and for each
 * address. Whether an address has a user is never looked at, so nothing here can tell
 * it.
 *
 * <p>The address stands beside the log and goes once it isn't needed. The link's token is made as the mail is handed
 * over: it stands in the mail alone, here is only its hash.
 */
@NullMarked
package io.moorage.identity.invitation;

import org.jspecify.annotations.NullMarked;
