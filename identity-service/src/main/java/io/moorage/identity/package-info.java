/** Who the users are, and who may act for which account. */
@NullMarked
package io.moorage.identity;

import org.jspecify.annotations.NullMarked;
