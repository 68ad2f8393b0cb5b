/**
 * Notices: what the users of an account should know, fed from what the services publish (product book §3). Each has a
 * severity, a stable code, a link into the portal and a text in French and English that holds references only. Who has
 * read which is kept for each user, since several may act for one account; which codes come by e-mail too, for each
 * account. Notices are kept for 90 days.
 *
 * <p>The list is as plain as it gets: a row for each notice. The row comes from a stored event all the same, since a
 * notice is pushed: what is published is what is in the log. The aggregate is not the notice but its {@link
 * io.moorage.account.notice.Matter}, the action, top-up or server that it is about. So the notices about one matter stay
 * in order all the way to the browser, and one that comes too late to be true is left out: other services' events reach
 * us through a subscription each, and one may lag behind another.
 */
@NullMarked
package io.moorage.account.notice;

import org.jspecify.annotations.NullMarked;
