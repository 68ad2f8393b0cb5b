/**
 * What becomes a notice: a subscription for each public event that concerns the users of an account. The inbox sees to it
 * that each has its effect once.
 */
@NullMarked
package io.moorage.account.notice.feed;

import org.jspecify.annotations.NullMarked;
