/**
 * Which notices an account wants by e-mail as well, and their way to the mail room. None until it says so, but what concerns its users' security:
 * that always comes. */
@NullMarked
package io.moorage.account.notice.email;

import org.jspecify.annotations.NullMarked;
