/** What accounts tell the other services and the teams that subscribe. */
@NullMarked
package io.moorage.account.publishing;

import org.jspecify.annotations.NullMarked;
