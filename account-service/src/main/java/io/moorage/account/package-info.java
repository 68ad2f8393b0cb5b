/** The customers: their accounts and what they tell about themselves. */
@NullMarked
package io.moorage.account;

import org.jspecify.annotations.NullMarked;
